/** What kind of message an update brings; `other`: an event this package does not know, to be ignored. */
export type BotUpdateKind = 'text' | 'image' | 'sticker' | 'voice' | 'unsupported' | 'other';

/** One event. Everything in it was written by strangers. */
export type BotUpdate = {
  readonly kind: BotUpdateKind;
  /** As Zalo names it: `message.text.received`. */
  readonly eventName: string;
  /** Event and message id, the same for a delivery brought twice; null when there is no message id. */
  readonly key: string | null;
  /** Null only for `unsupported` (protected users, documents) and `other`. */
  readonly message: BotMessage | null;
  /** The chat it is about, which may be told where there is no message of the known form; null = nothing tells. */
  readonly chat: BotMessage['chat'] | null;
};

/** A message to the bot. In a group only those that mention it or answer one of its messages arrive. */
export type BotMessage = {
  readonly messageId: string;
  /** Milliseconds since 1970. */
  readonly date: number;
  readonly from: {
    readonly id: string;
    readonly displayName: string | null;
    readonly isBot: boolean;
  };
  readonly chat: { readonly id: string; readonly kind: 'private' | 'group' };
  /** In a group it probably begins with the mention: see `withoutMentions`. */
  readonly text: string | null;
  readonly photoUrl: string | null;
  readonly caption: string | null;
  readonly sticker: string | null;
  readonly url: string | null;
  readonly voiceUrl: string | null;
};
