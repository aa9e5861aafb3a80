/** Remembers what messengers brought that number their deliveries by nothing else, across restarts. */
export type SeenEvents = {
  /** Whether an event is seen for the first time; from then on it is known for as long as `forgetBefore` leaves it. */
  isNew(channel: string, event: string, at: Temporal.Instant): Promise<boolean>;
  /** Tells how many were forgotten. */
  forgetBefore(moment: Temporal.Instant): Promise<number>;
};
