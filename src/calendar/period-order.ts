import type { Period } from './period.ts';

/** Orders periods by their last day, then by their first: for sorting, oldest first. */
export function comparePeriods(a: Period, b: Period): number {
  return Temporal.PlainDate.compare(a.to, b.to) || Temporal.PlainDate.compare(a.from, b.from);
}

/** Whether `today` lies within the period, its closing day included: its figures are provisional. */
export function isRunning(period: Period, today: Temporal.PlainDate): boolean {
  return (
    Temporal.PlainDate.compare(period.from, today) <= 0 &&
    Temporal.PlainDate.compare(today, period.to) <= 0
  );
}

/**
 * Whether two periods can stand side by side: both quarters, both years, ... Ranges must have as many days; one day
 * more or less is a 29 February.
 */
export function sameLength(a: Period, b: Period): boolean {
  if (a.kind !== b.kind) return false;
  return a.kind !== 'range' || Math.abs(daysIn(a) - daysIn(b)) <= 1;
}

/** How many days of a period have passed at the end of a day: 1 on its first. */
export function daysInto({ from }: Pick<Period, 'from'>, day: Temporal.PlainDate): number {
  return from.until(day, { largestUnit: 'days' }).days + 1;
}

function daysIn(period: Period): number {
  return daysInto(period, period.to);
}
