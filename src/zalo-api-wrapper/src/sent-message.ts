/** A receipt. */
export type SentMessage = {
  readonly messageId: string;
  /** Milliseconds since 1970; null when the answer did not say. */
  readonly date: number | null;
};
