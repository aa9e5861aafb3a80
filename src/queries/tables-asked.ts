import {
  type MeantPeriod,
  type Period,
  type PeriodAsked,
  isImpossible,
} from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import { uniqueBy } from '../unique-by.ts';
import { choosePeriod, latestThenLongest } from './choose-period.ts';

/** Which periods are meant by what was asked, of those that there are tables of. */
export function periodsMeant(
  asked: readonly PeriodAsked[],
  heads: readonly SnapshotHead[],
  today: Temporal.PlainDate,
): readonly MeantPeriod[] {
  const covered = heads.map(({ period: key, scope }) => ({ key, scope }));
  return asked.flatMap((each) => {
    const choice = choosePeriod(covered, each, today);
    return (choice.kind === 'chosen' ? choice.period : choice.asked) ?? [];
  });
}

/** Whether a table is of one of these periods, or of a part of one. */
export function isOfPeriods(
  { period }: Pick<SnapshotHead, 'period'>,
  periods: readonly MeantPeriod[],
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

function isWithin(inner: Period, outer: MeantPeriod): boolean {
  if (isImpossible(outer)) return false;
  return (
    Temporal.PlainDate.compare(inner.from, outer.from) >= 0 &&
    Temporal.PlainDate.compare(inner.to, outer.to) <= 0
  );
}
