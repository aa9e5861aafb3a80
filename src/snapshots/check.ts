import type { Directory } from '../agencies/agency.ts';
import { checkRows } from './check-rows.ts';
import { checkTotals } from './check-totals.ts';
import type { Finding } from './finding.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Everything in a snapshot that does not fit together, rows before totals. Nothing is corrected: findings are kept with
 * the snapshot and shown beside every answer they touch. The period tells which agencies existed to be counted.
 */
export function checkSnapshot(
  snapshot: Pick<Snapshot, 'figures' | 'formula' | 'period'>,
  directory: Directory,
): Finding[] {
  return [...checkRows(snapshot), ...checkTotals(snapshot, directory)];
}
