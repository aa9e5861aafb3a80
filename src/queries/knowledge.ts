import type { Agency, Directory } from '../agencies/agency.ts';
import { type Span, existsDuring } from '../agencies/existence.ts';
import { membersOf } from '../agencies/members.ts';
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

/**
 * Whom an agency is compared with: the agencies of its kind under the same total that existed in a period, itself
 * included. A mixed group (a department together with its land offices) is looked past: the department is one of the
 * departments.
 */
export function peersOf(directory: Directory, agency: Agency, during: Span): readonly Agency[] {
  if (agency.parent === null) return [agency];
  if (agency.level === 'group') {
    const beside = directory.children(agency.parent).filter(({ level }) => level === 'group');
    return beside.filter((other) => existsDuring(other, during));
  }
  const within = totalAround(directory, directory.get(agency.parent)).id;
  return membersOf(directory, { level: agency.level, within, during });
}

function totalAround(directory: Directory, group: Agency): Agency {
  const isMixed = group.level === 'group' && group.memberLevel === null;
  return isMixed && group.parent !== null
    ? totalAround(directory, directory.get(group.parent))
    : group;
}
