/** How the last runs of a job ended. */
export type JobEnds = {
  readonly job: string;
  /** The source it is about; null = none. */
  readonly source: string | null;
  readonly doneAt: Temporal.Instant | null;
  readonly failedAt: Temporal.Instant | null;
  /** Why the last run failed that did. */
  readonly why: string | null;
  /** When it runs next; null = not known. */
  readonly nextAt: Temporal.Instant | null;
};

/** One run that ended; `why` null = it did what it was to do. */
type JobEnded = {
  readonly job: string;
  readonly at: Temporal.Instant;
  readonly why: string | null;
  readonly nextAt: Temporal.Instant | null;
};

/** Where it is kept how runs ended, across restarts. */
export type JobEndStore = {
  ended(run: JobEnded): Promise<void>;
  /** By name. */
  all(): Promise<readonly JobEnds[]>;
};
