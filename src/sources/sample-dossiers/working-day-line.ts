import { endOfDay } from '../../calendar/due-bounds.ts';
import { reportingYearOf, yearPeriod } from '../../calendar/periods.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { ZONE } from '../../clock.ts';

/** Working days in a row, so that counting them is adding: hundreds of thousands of dossiers are placed on it. */
export type WorkingDayLine = {
  /** Local midnight of each working day, in milliseconds. */
  readonly starts: readonly number[];
  /** The last moment of each, in milliseconds: when it is due what is due on that day. */
  readonly ends: readonly number[];
  /** YYMMDD of each. */
  readonly labels: readonly string[];
  /** Place of the first working day on or after the day that is played. */
  readonly today: number;
  /** Place of the first day on which something may have been closed. */
  readonly first: number;
};

/** The longest a dossier can reach back before it is closed, and forward: 60 days allowed and 60 too late. */
const BACK = { months: 9 };
const AHEAD = { months: 4 };
/** Closings are spread over at least these days, also when the reporting year has only just begun. */
const LEAST_DAYS = 89;

/** The working days around a day. What is closed was closed since the reporting year began. */
export function workingDayLine(on: Temporal.PlainDate, calendar: WorkingCalendar): WorkingDayLine {
  const begin = yearPeriod(reportingYearOf(on.subtract({ days: LEAST_DAYS }))).from;
  const days: Temporal.PlainDate[] = [];
  const end = on.add(AHEAD);
  for (let day = begin.subtract(BACK); Temporal.PlainDate.compare(day, end) < 0;) {
    if (calendar.isWorkingDay(day)) days.push(day);
    day = day.add({ days: 1 });
  }
  const placeOf = (from: Temporal.PlainDate) =>
    days.findIndex((day) => Temporal.PlainDate.compare(day, from) >= 0);
  return {
    starts: days.map((day) => day.toZonedDateTime(ZONE).epochMilliseconds),
    ends: days.map((day) => endOfDay(day).epochMilliseconds),
    labels: days.map((day) => day.toString().slice(2).replaceAll('-', '')),
    today: placeOf(on),
    first: placeOf(begin),
  };
}
