import { ZONE } from '../clock.ts';
import type { OfficeHours, WorkingCalendar } from './working-calendar.ts';
import { workingDaysBetween } from './working-days.ts';

/** Two moments, in this order. */
export type Span = { readonly from: Temporal.Instant; readonly to: Temporal.Instant };

/** Whole minutes of office time between two moments; 0 when `to` lies before `from`. */
export function workingTimeBetween({ from, to }: Span, calendar: WorkingCalendar): number {
  if (Temporal.Instant.compare(from, to) >= 0) return 0;
  const first = from.toZonedDateTimeISO(ZONE).toPlainDateTime();
  const last = to.toZonedDateTimeISO(ZONE).toPlainDateTime();
  // The office time of all days up to the last, without what was over before and with what is reached on the last.
  const days = workingDaysBetween(
    first.toPlainDate().subtract({ days: 1 }),
    last.toPlainDate().subtract({ days: 1 }),
    calendar,
  );
  const seconds =
    days * officeSeconds(calendar.officeHours) -
    secondsBefore(first, calendar) +
    secondsBefore(last, calendar);
  return Math.floor(seconds / 60);
}

function officeSeconds(hours: readonly OfficeHours[]): number {
  return hours.reduce((sum, { from, to }) => sum + secondsBetween(from, to), 0);
}

/** Office time of its day that is over at a moment. */
function secondsBefore(moment: Temporal.PlainDateTime, calendar: WorkingCalendar): number {
  if (!calendar.isWorkingDay(moment.toPlainDate())) return 0;
  const time = moment.toPlainTime();
  return calendar.officeHours.reduce((sum, { from, to }) => {
    const end = Temporal.PlainTime.compare(time, to) < 0 ? time : to;
    return sum + Math.max(0, secondsBetween(from, end));
  }, 0);
}

function secondsBetween(from: Temporal.PlainTime, to: Temporal.PlainTime): number {
  return from.until(to).total('seconds');
}
