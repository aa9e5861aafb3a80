/** When jobs last ran, so that what was missed while nothing ran can be told. */
export type RunStore = {
  /** Null = never. */
  lastRun(job: string): Promise<Temporal.Instant | null>;
  ran(job: string, at: Temporal.Instant): Promise<void>;
};
