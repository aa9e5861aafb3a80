import type { Directory } from '../agencies/agency.ts';
import type { Clock } from '../clock.ts';
import type { Targets } from '../figures/targets.ts';
import type { SnapshotReader } from '../snapshots/store.ts';

/** What every query may ask: who exists, what was reported, what is aimed at, and what day it is. */
export type Knowledge = {
  readonly directory: Directory;
  /** What was reported, and what was counted from dossiers where nothing was. */
  readonly snapshots: SnapshotReader;
  /** What was counted from dossiers beside what was reported: to be held against it, and like against like. */
  readonly counted: Pick<SnapshotReader, 'readings' | 'readingsAsOf'>;
  readonly targets: Targets;
  readonly clock: Clock;
};
