import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { MonthDays } from './plan-month.ts';

/** Of the month of a day and the one after it, the one with more working days: a plan has to hold in both. */
export function busierMonth(
  today: Temporal.PlainDate,
  calendar: Pick<WorkingCalendar, 'isWorkingDay'>,
): MonthDays {
  const month = today.toPlainYearMonth();
  const [first, second] = [month, month.add({ months: 1 })].map((one) => daysOf(one, calendar));
  if (first === undefined || second === undefined) throw new RangeError('two months expected');
  return second.daysOn(null) > first.daysOn(null) ? second : first;
}

function daysOf(
  month: Temporal.PlainYearMonth,
  { isWorkingDay }: Pick<WorkingCalendar, 'isWorkingDay'>,
): MonthDays {
  const days = Array.from({ length: month.daysInMonth }, (_, index) =>
    month.toPlainDate({ day: index + 1 }),
  ).filter((day) => isWorkingDay(day));
  return {
    month,
    daysOn: (weekday) =>
      days.filter(({ dayOfWeek }) => weekday === null || dayOfWeek === weekday).length,
  };
}
