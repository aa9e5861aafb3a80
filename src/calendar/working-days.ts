import type { WorkingCalendar } from './working-calendar.ts';

/**
 * The working day `count` working days after a day, or before it when negative. Zero is the day itself, or the next
 * working day when it is off (Bộ luật Dân sự 2015, Điều 148.5).
 */
export function addWorkingDays(
  day: Temporal.PlainDate,
  count: number,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  const step = { days: count < 0 ? -1 : 1 };
  let left = Math.abs(count);
  let reached = day;
  while (left > 0 || !calendar.isWorkingDay(reached)) {
    reached = reached.add(step);
    if (left > 0 && calendar.isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export function workingDaysBetween(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  calendar: WorkingCalendar,
): number {
  const [first, last, sign] =
    Temporal.PlainDate.compare(from, to) <= 0 ? [from, to, 1] : [to, from, -1];
  let days = calendar.workedInYear(last) - calendar.workedInYear(first);
  for (let { year } = first; year < last.year; year += 1) {
    days += calendar.workedInYear(Temporal.PlainDate.from({ year, month: 12, day: 31 }));
  }
  return days === 0 ? 0 : sign * days;
}
