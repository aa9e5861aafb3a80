import type { Reply } from '../replies/reply.ts';

/** A message that reached the bot, whatever the messenger. Everything in it is untrusted. */
export type Incoming = {
  readonly channel: string;
  /** Id of the chat within the channel. */
  readonly chat: string;
  readonly chatKind: 'private' | 'group';
  /** Id of the person within the channel. */
  readonly person: string;
  readonly text: string;
  /** The bot was mentioned, replied to, or a button of it was pressed: in groups it answers plain words only then. */
  readonly addressed: boolean;
  /** The group's name, where the messenger tells it. */
  readonly chatTitle?: string;
  /** The topic within the chat it was written in, where the messenger has topics. */
  readonly topic?: string;
  /** A file that came with it; the text is then its caption. */
  readonly file?: SentFile;
};

/** A file someone sent, named by the sender. Nothing of it is fetched before it is read. */
export type SentFile = {
  readonly name: string;
  /** Fetches at most so many bytes. Never rejects. */
  read(mostBytes: number): Promise<FileRead>;
};

/** The bytes of a file, or why there are none; `why` holds no address and no token. */
export type FileRead =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'failed'; readonly why: string };

/** Answers a message; null = stay silent (group talk not meant for the bot). Never rejects: faults become replies. */
export type Answer = (message: Incoming) => Promise<Reply | null>;

/** Stops listening; resolves when the answers under way are out. */
export type Stop = () => Promise<void>;

/** Where to send: a chat, and the topic within it where the messenger has topics. */
export type Address = { readonly chat: string; readonly topic: string | null };

/**
 * What became of a message that was sent. `later` and `never` say why; a receipt is the messenger's message id.
 * `costsNoTry`: a limit of the messenger or of our plan holds it up, whatever is in the message; the wait is as long as it
 * takes. `chatClosed`: it is not the message, the chat takes nothing from the bot.
 */
export type Delivery =
  | { readonly kind: 'delivered'; readonly receipt: string }
  | {
      readonly kind: 'later';
      readonly waitMs: number;
      readonly why: string;
      readonly costsNoTry?: boolean;
    }
  | { readonly kind: 'never'; readonly why: string; readonly chatClosed?: boolean }
  | { readonly kind: 'unknown'; readonly why: string }
  | { readonly kind: 'moved'; readonly to: string };

/** One messenger. Each channel renders, escapes, splits by its own limits and draws the chart itself. */
export type Channel = {
  readonly name: string;
  listen(answer: Answer): Promise<Stop>;
  deliver(address: Address, reply: Reply): Promise<Delivery>;
  /**
   * Draws and composes ahead, sees to tokens, and sends nothing; what it resolves to sends. What takes long
   * should not lie between the turn of a message and its sending: a process that dies there leaves a message in doubt.
   */
  prepare?(address: Address, reply: Reply): Promise<() => Promise<Delivery>>;
};
