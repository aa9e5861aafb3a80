import type { AgencyId, Directory } from '../agencies/agency.ts';
import { type CountName, Counts } from '../figures/counts.ts';
import { overdueTotal } from '../figures/rate.ts';
import type { Finding } from './finding.ts';
import { type SnapshotTree, snapshotTree } from './snapshot-tree.ts';
import type { Snapshot } from './snapshot.ts';

type Column = CountName | 'overdueTotal';

/** Every column of the form; late dossiers together are printed in a column of their own. */
const COLUMNS: readonly Column[] = [...Counts.keyof().options, 'overdueTotal'];

/**
 * Totals that are not the sum of their parts. A total whose direct children do not add up is named with them; one
 * above it, whose children do, is named with the sum of its leaves.
 */
export function checkTotals(
  snapshot: Pick<Snapshot, 'figures' | 'period'>,
  directory: Directory,
): readonly Finding[] {
  const tree = snapshotTree(snapshot, directory);
  return tree.agencies.flatMap((agency) => checkTotal(agency, tree));
}

function checkTotal(agency: AgencyId, tree: SnapshotTree): readonly Finding[] {
  const sums = {
    printed: tree.counts(agency),
    children: tree.sumOfChildren(agency),
    leaves: tree.sumOfLeaves(agency),
  };
  return COLUMNS.flatMap((column): readonly Finding[] => {
    const printed = valueOf(sums.printed, column);
    const sumOfChildren = valueOf(sums.children, column);
    const sumOfLeaves = valueOf(sums.leaves, column);
    if (printed === null || sumOfChildren === null) return [];
    if (sumOfChildren !== printed) {
      return [{ code: 'childrenDoNotAddUp', agency, column, printed, sumOfChildren }];
    }
    if (sumOfLeaves === null || sumOfLeaves === printed) return [];
    return [{ code: 'leavesDoNotAddUp', agency, column, printed, sumOfLeaves }];
  });
}

function valueOf(counts: Counts | null, column: Column): number | null {
  if (counts === null) return null;
  return column === 'overdueTotal' ? overdueTotal(counts) : counts[column];
}
