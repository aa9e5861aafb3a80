/** A button as it was sent: what pressing it says, in which chat, and whose question it answered. */
export type KeptChoice = {
  readonly channel: string;
  readonly chat: string;
  readonly person: string;
  readonly send: string;
};

/**
 * Keeps what buttons say, because messengers give a button few bytes (Telegram: 64). Keys are short, unguessable and
 * survive a restart.
 */
export type ChoiceStore = {
  /** The key of each choice, in their order; all are kept or none. */
  keep(choices: readonly KeptChoice[], at: Temporal.Instant): Promise<readonly string[]>;
  recall(key: string): Promise<KeptChoice | null>;
  /** Tells how many were forgotten. */
  forgetBefore(moment: Temporal.Instant): Promise<number>;
};
