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

/** The periods to ask for on a day: those that run, and those that ended at most `closedDays` ago. */
export function askedPeriods(
  kinds: readonly PeriodKind[],
  closedDays: number,
  today: Temporal.PlainDate,
): readonly Period[] {
  return kinds.flatMap((kind) => {
    const running = periodAround(kind, today);
    const before = previousPeriod(running) ?? nineMonthsPeriod(reportingYearOf(today) - 1);
    return [before, running].filter(({ to }) => {
      const lastDay = to.add({ days: closedDays });
      return Temporal.PlainDate.compare(today, lastDay) <= 0;
    });
  });
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
