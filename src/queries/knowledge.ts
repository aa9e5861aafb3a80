import type { Directory } from '../agencies/agency.ts';
import type { Clock } from '../clock.ts';
import type { Targets } from '../figures/targets.ts';
import type { SnapshotReader } from '../snapshots/store.ts';

/** What every query may ask: who exists, what was reported, what is aimed at, and what day it is. */
export type Knowledge = {
  readonly directory: Directory;
  readonly snapshots: SnapshotReader;
  /** What was counted from dossiers too: to be held against the others, and for nothing else. */
  readonly counted: Pick<SnapshotReader, 'readings'>;
  readonly targets: Targets;
  readonly clock: Clock;
};
