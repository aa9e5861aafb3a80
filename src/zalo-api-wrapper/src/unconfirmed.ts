/**
 * Everything in this package that no readable page of Zalo's confirms. Each entry names what it rests on, and can be
 * switched by the `unconfirmed` option once one real delivery has shown how it is.
 */
export type Unconfirmed = {
  /** How a webhook of the Official Account is signed. */
  readonly oaSignature: 'sha256' | 'hmac-sha256';
  /** Where the id of the group stands in an event, first come first taken. */
  readonly groupIdAt: readonly GroupIdPlace[];
  /** A text may stand beside a picture in one message. */
  readonly textBesideImage: boolean;
};

export type GroupIdPlace =
  | 'recipient.group_id'
  | 'message.conversation_id'
  | 'recipient.id'
  | 'group_id';

/**
 * A group message without the mention of the bot it probably begins with (`@Bot Name `). The exact text is unconfirmed,
 * so every name the bot may be shown by is tried, longest first; what fits none comes back as it is.
 */
export function withoutMention(_text: string, _names: readonly string[]): string {
  throw new Error('to come');
}

/** What the free plan of the Bot Platform allows, as people report it; whether incoming messages count is contradictory. */
export const BOT_BASIC_PLAN = {
  botsPerAccount: 3,
  usersPerBot: 50,
  groupsPerBot: 3,
  messagesPerMonth: 3_000,
} as const;
