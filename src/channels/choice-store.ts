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

/** The numbered choices a person was offered last in a chat: what each number says, in their order. */
type ChoiceList = Omit<KeptChoice, 'send'> & { readonly sends: readonly string[] };

/** Keeps what numbers say where there are no buttons; of each person in a chat only the latest list. */
export type ChoiceListStore = {
  /** Takes the place of what the person was offered there before, an empty list too. */
  keep(list: ChoiceList, at: Temporal.Instant): Promise<void>;
  /** The latest list any of these persons was offered in a chat, if that was not before a moment; else nothing. */
  latest(
    place: { readonly channel: string; readonly chat: string; readonly persons: readonly string[] },
    since: Temporal.Instant,
  ): Promise<readonly string[]>;
  /** Tells how many were forgotten. */
  forgetBefore(moment: Temporal.Instant): Promise<number>;
};
