import type { Counts } from './counts.ts';
import type { OverdueFormula } from './metric.ts';
import { handled, overdueTotal } from './rate.ts';

const PROVINCE: OverdueFormula = 'OVERDUE_TOTAL_OVER_HANDLED';

/**
 * How many more late dossiers the overdue rate bears while it stays under the limit (in hundredths of a percent): of those
 * already handled, 109 of 14114 under 1% → 32; by the formula of resolved dossiers, of those still to be resolved late,
 * each of which makes one more resolved. Null when the limit is already reached, when no number would reach it, when
 * nothing was handled, or when counts are missing.
 */
export function headroom(
  counts: Counts,
  limitHundredths: number,
  formula: OverdueFormula = PROVINCE,
): number | null {
  const known = lateOf(counts, formula);
  if (known === null || limitHundredths <= 0) return null;
  const { overdue, total } = known;
  const limit = BigInt(limitHundredths);
  // How far the late ones are below the limit × total, in ten-thousandths of a dossier, and at least one such part below.
  const left = limit * total - overdue * 10_000n - 1n;
  if (left < 0n) return null;
  if (formula === PROVINCE) {
    const most = left / 10_000n;
    return Number(most < total - overdue ? most : total - overdue);
  }
  return limit >= 10_000n ? null : Number(left / (10_000n - limit));
}

/**
 * How many further dossiers resolved on time bring the overdue rate back under the limit; each of them also counts as
 * handled. 0 when it is under already; null when no number would do (a limit of 0) or counts are missing.
 */
export function neededToGetBack(
  counts: Counts,
  limitHundredths: number,
  formula: OverdueFormula = PROVINCE,
): number | null {
  const known = lateOf(counts, formula);
  if (known === null || limitHundredths <= 0) return null;
  const { overdue, total } = known;
  const least = (overdue * 10_000n) / BigInt(limitHundredths) + 1n;
  return least > total ? Number(least - total) : 0;
}

/** Late dossiers and those they are held against. */
function lateOf(counts: Counts, formula: OverdueFormula) {
  const { resolvedOverdue, resolved } = counts;
  const [overdue, total] =
    formula === PROVINCE ? [overdueTotal(counts), handled(counts)] : [resolvedOverdue, resolved];
  if (overdue === null || total === null || total === 0) return null;
  return { overdue: BigInt(overdue), total: BigInt(total) };
}
