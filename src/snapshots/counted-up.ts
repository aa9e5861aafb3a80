import type { Counts } from '../figures/counts.ts';
import { overdueTotal } from '../figures/rate.ts';
import type { CountedUp } from './finding.ts';

/** The columns that are followed from version to version: totals, since parts are moved between each other by corrections. */
export const COUNTED_UP: readonly CountedUp[] = [
  'received',
  'resolved',
  'resolvedOverdue',
  'overdueTotal',
];

/** Late dossiers still pending leave that column when they are resolved: together with those resolved they need not fall. */
export const NEVER_FALLING: readonly CountedUp[] = ['received', 'resolved', 'resolvedOverdue'];

/** The value of a column; null = not given. */
export function countedUp(counts: Counts, column: CountedUp): number | null {
  return column === 'overdueTotal' ? overdueTotal(counts) : counts[column];
}
