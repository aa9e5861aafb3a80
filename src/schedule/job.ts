/** One scheduled job. Times are in the product's zone. */
export type Job = {
  readonly name: string;
  /** When it runs, in the notation of node-cron. */
  readonly when: string;
  /**
   * One run. Returns what happened, for the log and the shell. `believe`: a keeper says that what sources give is true,
   * however it looks beside what was known.
   */
  run(options: { readonly dry: boolean; readonly believe?: boolean }): Promise<JobOutcome>;
};

type JobOutcome = {
  readonly summary: Readonly<Record<string, number>>;
  /** What would be done or was done, a line each. */
  readonly details: readonly string[];
};
