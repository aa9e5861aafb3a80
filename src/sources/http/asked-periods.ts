import { previousPeriod } from '../../calendar/period-steps.ts';
import type { Period } from '../../calendar/period.ts';
import {
  halfPeriod,
  monthPeriod,
  nineMonthsPeriod,
  quarterPeriod,
  reportingMonthOf,
  reportingYearOf,
  yearPeriod,
} from '../../calendar/periods.ts';
import type { PeriodKind } from './options.ts';

/** The periods to ask for at every poll of a day: those that run, and those that ended at most `closedDays` ago. */
export function askedPeriods(
  kinds: readonly PeriodKind[],
  closedDays: number,
  today: Temporal.PlainDate,
): readonly Period[] {
  return kinds.flatMap((kind) => {
    const running = periodAround(kind, today);
    return [before(running, today), running].filter(
      (period) => !isClosed(period, closedDays, today),
    );
  });
}

/** The periods of the reporting year and the one before that ended longer ago, the newest of each kind first. */
export function closedPeriods(
  kinds: readonly PeriodKind[],
  closedDays: number,
  today: Temporal.PlainDate,
): readonly Period[] {
  const firstDay = yearPeriod(reportingYearOf(today) - 1).from;
  return kinds.flatMap((kind) => {
    const periods: Period[] = [];
    let period = periodAround(kind, today);
    while (Temporal.PlainDate.compare(period.from, firstDay) >= 0) {
      if (isClosed(period, closedDays, today)) periods.push(period);
      period = before(period, today);
    }
    return periods;
  });
}

/** Of nine months: those of the year before. */
function before(period: Period, today: Temporal.PlainDate): Period {
  const year = period.kind === 'range' ? reportingYearOf(today) : period.year;
  return previousPeriod(period) ?? nineMonthsPeriod(year - 1);
}

function isClosed({ to }: Period, closedDays: number, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(today, to.add({ days: closedDays })) > 0;
}

/** Of nine months: those of the year, which may be over. */
function periodAround(kind: PeriodKind, day: Temporal.PlainDate): Period {
  const year = reportingYearOf(day);
  const month = reportingMonthOf(day);
  switch (kind) {
    case 'year':
      return yearPeriod(year);
    case 'half':
      return halfPeriod(year, month <= 6 ? 1 : 2);
    case 'nineMonths':
      return nineMonthsPeriod(year);
    case 'quarter':
      return quarterPeriod(year, month <= 3 ? 1 : month <= 6 ? 2 : month <= 9 ? 3 : 4);
    case 'month':
      return monthPeriod(year, month);
  }
}
