import type { WorkingCalendar } from './working-calendar.ts';

/** Working days of a year up to and including each day of it, from day 1; [0] = none. */
type Tally = readonly number[];

/** Counting from day to day would make a list of dossiers that are a year late slow. */
const tallies = new WeakMap<WorkingCalendar, Map<number, Tally>>();

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
  let days = upTo(last, calendar) - upTo(first, calendar);
  for (let { year } = first; year < last.year; year += 1) days += inYear(year, calendar);
  return days === 0 ? 0 : sign * days;
}

function upTo(day: Temporal.PlainDate, calendar: WorkingCalendar): number {
  return tallyOf(day.year, calendar)[day.dayOfYear] ?? 0;
}

function inYear(year: number, calendar: WorkingCalendar): number {
  return tallyOf(year, calendar).at(-1) ?? 0;
}

function tallyOf(year: number, calendar: WorkingCalendar): Tally {
  const years = tallies.get(calendar) ?? new Map<number, Tally>();
  tallies.set(calendar, years);
  const tally = years.get(year) ?? countYear(year, calendar);
  years.set(year, tally);
  return tally;
}

function countYear(year: number, calendar: WorkingCalendar): Tally {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  const tally = [0];
  for (let days = 0; days < first.daysInYear; days += 1) {
    tally.push((tally[days] ?? 0) + (calendar.isWorkingDay(first.add({ days })) ? 1 : 0));
  }
  return tally;
}
