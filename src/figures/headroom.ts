import type { Counts } from './counts.ts';
import { handled, overdueTotal } from './rate.ts';

/**
 * How many more of the dossiers already handled may turn out late while the overdue rate stays under the limit (in
 * hundredths of a percent): 109 of 14114 under 1% → 32. Null when the limit is already reached, when nothing was
 * handled, or when counts are missing.
 */
export function headroom(counts: Counts, limitHundredths: number): number | null {
  const known = overdueOfHandled(counts);
  if (known === null) return null;
  const { overdue, total } = known;
  // The greatest number strictly below limit × total / 10000.
  const most = (BigInt(limitHundredths) * total - 1n) / 10_000n;
  if (limitHundredths <= 0 || overdue > most) return null;
  return Number((most < total ? most : total) - overdue);
}

/**
 * How many further dossiers resolved on time bring the overdue rate back under the limit; each of them also counts as
 * handled. 0 when it is under already; null when no number would do (a limit of 0) or counts are missing.
 */
export function neededToGetBack(counts: Counts, limitHundredths: number): number | null {
  const known = overdueOfHandled(counts);
  if (known === null || limitHundredths <= 0) return null;
  const { overdue, total } = known;
  const least = (overdue * 10_000n) / BigInt(limitHundredths) + 1n;
  return least > total ? Number(least - total) : 0;
}

function overdueOfHandled(counts: Counts) {
  const overdue = overdueTotal(counts);
  const total = handled(counts);
  if (overdue === null || total === null || total === 0) return null;
  return { overdue: BigInt(overdue), total: BigInt(total) };
}
