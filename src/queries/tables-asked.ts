import type { ImpossiblePeriod, Period, PeriodAsked } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import { uniqueBy } from '../unique-by.ts';
import { choosePeriod, latestThenLongest } from './choose-period.ts';

/** A period asked about, or what was written in place of one. */
export type AskedPeriod = Period | ImpossiblePeriod;

/** Which periods are meant by what was asked, of those that there are tables of. */
export function periodsMeant(
  asked: readonly PeriodAsked[],
  heads: readonly SnapshotHead[],
  today: Temporal.PlainDate,
): readonly AskedPeriod[] {
  const covered = heads.map(({ period: key, scope }) => ({ key, scope }));
  return asked.flatMap((each) => {
    const choice = choosePeriod(covered, each, today);
    return (choice.kind === 'chosen' ? choice.period : choice.asked) ?? [];
  });
}

/** Whether a table is of one of these periods, or of a part of one. */
export function isOfPeriods(
  { period }: Pick<SnapshotHead, 'period'>,
  periods: readonly AskedPeriod[],
): boolean {
  return periods.some((each) => isWithin(parsePeriodKey(period), each));
}

/** The periods of these tables, each once, newest first. */
export function periodsOf(heads: readonly SnapshotHead[]): readonly Period[] {
  const keys = uniqueBy(
    heads.map(({ period }) => period),
    (key) => key,
  );
  return keys.map(parsePeriodKey).toSorted(latestThenLongest);
}

function isWithin(inner: Period, outer: AskedPeriod): boolean {
  if (outer.kind === 'impossible') return false;
  return (
    Temporal.PlainDate.compare(inner.from, outer.from) >= 0 &&
    Temporal.PlainDate.compare(inner.to, outer.to) <= 0
  );
}
