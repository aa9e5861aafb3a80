import type { Counts } from '../figures/counts.ts';
import { overdueTotal } from '../figures/rate.ts';

/**
 * The columns that are followed from version to version: totals, since parts are moved between each other by corrections.
 * Within a period they only grow, or, late dossiers, grow no faster than dossiers do.
 */
export const COUNTED_UP = ['received', 'resolved', 'resolvedOverdue', 'overdueTotal'] as const;
export type CountedUp = (typeof COUNTED_UP)[number];

/** Late dossiers still pending leave that column when they are resolved: together with those resolved they need not fall. */
export const NEVER_FALLING: readonly CountedUp[] = ['received', 'resolved', 'resolvedOverdue'];

/** The value of a column; null = not given. */
export function countedUp(counts: Counts, column: CountedUp): number | null {
  return column === 'overdueTotal' ? overdueTotal(counts) : counts[column];
}
