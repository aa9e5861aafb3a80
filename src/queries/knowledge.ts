import type { Agency, Directory } from '../agencies/agency.ts';
import { type Span, existsDuring } from '../agencies/existence.ts';
import type { Clock } from '../clock.ts';
import type { Targets } from '../figures/targets.ts';
import type { SnapshotStore } from '../snapshots/store.ts';

/** What every query may ask: who exists, what was reported, what is aimed at, and what day it is. */
export type Knowledge = {
  readonly directory: Directory;
  readonly snapshots: SnapshotStore;
  readonly targets: Targets;
  readonly clock: Clock;
};

/** Agencies of the same kind under the same total that existed in a period, itself included: whom an agency is compared with. */
export function peersOf(directory: Directory, agency: Agency, during: Span): readonly Agency[] {
  if (agency.parent === null) return [agency];
  return directory
    .children(agency.parent)
    .filter((other) => other.level === agency.level && existsDuring(other, during));
}
