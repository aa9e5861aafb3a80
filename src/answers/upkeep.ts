import type { HealthStore } from '../polling/health.ts';
import type { JobEndStore } from '../schedule/job-ends.ts';

/** What is asked about the bot itself. */
export type Upkeep = {
  readonly health: Pick<HealthStore, 'all'>;
  readonly jobs: Pick<JobEndStore, 'all'>;
  /** In bytes; null = it lies on no disk. */
  readonly size: () => { readonly bytes: number; readonly freeBytes: number | null };
  readonly versions: () => {
    readonly bot: string;
    readonly runtime: string;
    /** Number of the newest step of the schema. */
    readonly schema: number;
  };
};
