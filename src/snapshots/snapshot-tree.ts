import type { AgencyId, Directory } from '../agencies/agency.ts';
import { existsDuring } from '../agencies/existence.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import type { Counts } from '../figures/counts.ts';
import { sumCounts } from '../figures/sum-counts.ts';
import type { Snapshot } from './snapshot.ts';

/** The totals of one snapshot and what they are made of: counts for all fields together, agencies of that time only. */
export type SnapshotTree = {
  /** The agencies with counts, in the order of the snapshot. */
  readonly agencies: readonly AgencyId[];
  counts(agency: AgencyId): Counts | null;
  /**
   * The lowest agencies below it, itself if nothing is known of its parts. A total whose children are not all in the
   * snapshot counts as one of the lowest.
   */
  leaves(agency: AgencyId): readonly AgencyId[];
  /** The sum over the direct children; null unless there are some and the snapshot has every one of them. */
  sumOfChildren(agency: AgencyId): Counts | null;
  /** The sum over `leaves`; null unless they lie below it. */
  sumOfLeaves(agency: AgencyId): Counts | null;
};

/** Sees the figures of a snapshot as the tree that the directory makes of its agencies. */
export function snapshotTree(
  { figures, period }: Pick<Snapshot, 'figures' | 'period'>,
  directory: Directory,
): SnapshotTree {
  const span = parsePeriodKey(period);
  const countsOf = new Map(
    figures.filter(({ field }) => field === null).map(({ agency, counts }) => [agency, counts]),
  );

  function parts(agency: AgencyId): readonly AgencyId[] {
    const children = directory
      .children(agency)
      .filter((child) => existsDuring(child, span))
      .map(({ id }) => id);
    return children.every((id) => countsOf.has(id)) ? children : [];
  }
  function leaves(agency: AgencyId): readonly AgencyId[] {
    const below = parts(agency);
    return below.length === 0 ? [agency] : below.flatMap(leaves);
  }
  function sumOf(agency: AgencyId, among: (agency: AgencyId) => readonly AgencyId[]) {
    if (parts(agency).length === 0) return null;
    return sumCounts(among(agency).flatMap((id) => countsOf.get(id) ?? []));
  }
  return {
    agencies: [...countsOf.keys()],
    counts: (agency) => countsOf.get(agency) ?? null,
    leaves,
    sumOfChildren: (agency) => sumOf(agency, parts),
    sumOfLeaves: (agency) => sumOf(agency, leaves),
  };
}
