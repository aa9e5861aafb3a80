import type { CountName, Counts } from './counts.ts';
import { type Fraction, fraction } from './fraction.ts';
import type { FormulaId } from './metric.ts';

/**
 * A rate, or why there is none: `nothingArose` is 0/0 and not 0%; `missing` names the columns the source does not
 * give, none when the formula needs numbers that are no columns at all (postal dossiers, procedures published online).
 */
export type RateResult =
  | { readonly kind: 'rate'; readonly fraction: Fraction }
  | { readonly kind: 'nothingArose' }
  | { readonly kind: 'missing'; readonly columns: readonly CountName[] };

/** Columns whose sums are numerator and denominator of a formula. */
type Columns = { readonly over: readonly CountName[]; readonly under: readonly CountName[] };

const FORMULAS: Readonly<Record<FormulaId, Columns | null>> = {
  OVERDUE_TOTAL_OVER_HANDLED: {
    over: ['resolvedOverdue', 'pendingOverdue'],
    under: ['resolved', 'pending'],
  },
  OVERDUE_RESOLVED_ONLY: { over: ['resolvedOverdue'], under: ['resolved'] },
  ON_TIME_OF_RESOLVED: { over: ['resolvedEarly', 'resolvedOnTime'], under: ['resolved'] },
  ONLINE_OVER_PUBLISHED_ONLINE: null,
  ONLINE_OVER_RECEIVED_NEW: {
    over: ['receivedOnline'],
    under: ['receivedOnline', 'receivedDirectOrPostal'],
  },
  ONLINE_OVER_RECEIVED: { over: ['receivedOnline'], under: ['received'] },
  ONLINE_OVER_RESOLVED: { over: ['receivedOnline'], under: ['resolved'] },
  POSTAL_OVER_RESOLVED: null,
  POSTAL_OVER_RECEIVED: null,
  NATIONAL_ON_TIME: {
    over: ['resolvedEarly', 'resolvedOnTime', 'pendingWithin'],
    under: ['received'],
  },
};

/** The exact rate that counts give by a formula. */
export function rateBy(formula: FormulaId, counts: Counts): RateResult {
  const columns = FORMULAS[formula];
  if (columns === null) return { kind: 'missing', columns: [] };
  const needed = new Set([...columns.over, ...columns.under]);
  const missing = [...needed].filter((column) => valueOf(counts, column) === null);
  if (missing.length > 0) return { kind: 'missing', columns: missing };
  const denominator = sum(counts, columns.under) ?? 0;
  if (denominator === 0) return { kind: 'nothingArose' };
  return { kind: 'rate', fraction: fraction(sum(counts, columns.over) ?? 0, denominator) };
}

/** Late dossiers, resolved and pending together; null if either is not given. */
export function overdueTotal(counts: Counts): number | null {
  return sum(counts, ['resolvedOverdue', 'pendingOverdue']);
}

/** Dossiers resolved or pending: the denominator of the province's overdue rate. */
export function handled(counts: Counts): number | null {
  return sum(counts, ['resolved', 'pending']);
}

/** Received dossiers that are neither resolved nor pending; negative when the table counts some it did not receive. */
export function unaccounted(counts: Counts): number | null {
  const known = handled(counts);
  return counts.received === null || known === null ? null : counts.received - known;
}

/** The sum of columns; null if any is not given. */
export function sum(counts: Counts, columns: readonly CountName[]): number | null {
  const values = columns.map((column) => valueOf(counts, column));
  return values.reduce(
    (total, value) => (total === null || value === null ? null : total + value),
    0,
  );
}

/** Where early is not counted apart, it is part of on time. */
function valueOf(counts: Counts, column: CountName): number | null {
  if (column === 'resolvedEarly' && counts.resolvedOnTime !== null)
    return counts.resolvedEarly ?? 0;
  return counts[column];
}
