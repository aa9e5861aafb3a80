import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { ZONE } from '../clock.ts';
import type { MonthAhead } from './plan-month.ts';

/** What comes by itself comes before noon: from then on a day brings nothing more. */
const NOON = Temporal.PlainTime.from('12:00');

/** What is left of the month of a moment, and the whole of the one after it: a plan has to hold in both. */
export function monthsAhead(
  now: Temporal.Instant,
  calendar: Pick<WorkingCalendar, 'isWorkingDay'>,
): readonly [MonthAhead, MonthAhead] {
  const local = now.toZonedDateTimeISO(ZONE);
  const month = local.toPlainDate().toPlainYearMonth();
  const isOver = Temporal.PlainTime.compare(local.toPlainTime(), NOON) >= 0;
  return [
    aheadIn(month, local.day + Number(isOver), calendar),
    aheadIn(month.add({ months: 1 }), 1, calendar),
  ];
}

function aheadIn(
  month: Temporal.PlainYearMonth,
  from: number,
  { isWorkingDay }: Pick<WorkingCalendar, 'isWorkingDay'>,
): MonthAhead {
  const { daysInMonth } = month;
  const all = Array.from({ length: daysInMonth - from + 1 }, (_, index) =>
    month.toPlainDate({ day: from + index }),
  );
  const days = all.filter((day) => isWorkingDay(day));
  return {
    month,
    left: { days: all.length, of: daysInMonth },
    daysOn: (weekday) =>
      days.filter(({ dayOfWeek }) => weekday === null || dayOfWeek === weekday).length,
  };
}
