import type { Agency } from '../agencies/agency.ts';
import { existsDuring } from '../agencies/existence.ts';
import { leavesOf } from '../agencies/members.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { countedKind, scopesBelow } from '../snapshots/counted.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Knowledge } from './knowledge.ts';

/** How many of the lowest units of a total were counted, and of how many. */
export type CountedUnits = { readonly known: number; readonly of: number };

/** What a counted total was added up from; null for what was reported, and for an agency with nothing below it. */
export async function countedUnits(
  { directory, snapshots }: Knowledge,
  agency: Agency,
  { scope, period: key }: SnapshotHead,
): Promise<CountedUnits | null> {
  if (countedKind(scope) === null || directory.children(agency.id).length === 0) return null;
  const leaves = leavesOf(directory, agency.id);
  const ids = leaves.map(({ id }) => id);
  const readings = await Promise.all(
    scopesBelow(scope).map((each) => snapshots.readingsOf(ids, { period: key, scope: each })),
  );
  const known = new Set(readings.flat().map(({ figure }) => figure.agency));
  const period = parsePeriodKey(key);
  const all = leaves.filter((leaf) => known.has(leaf.id) || existsDuring(leaf, period));
  return known.size === 0 ? null : { known: known.size, of: all.length };
}
