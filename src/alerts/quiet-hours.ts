import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { dayOf, ZONE } from '../clock.ts';
import type { QuietHours } from './rules.ts';

/**
 * Whether nobody is to be disturbed at a moment: in the quiet hours (`from` inclusive, `to` exclusive) and on days off.
 * What happens meanwhile is not decided on; when the quiet is over, what is the case then is.
 */
export function isQuiet(
  now: Temporal.Instant,
  { from, to }: QuietHours,
  calendar: Pick<WorkingCalendar, 'isWorkingDay'>,
): boolean {
  if (!calendar.isWorkingDay(dayOf(now))) return true;
  const time = now.toZonedDateTimeISO(ZONE).toPlainTime();
  const isFrom = Temporal.PlainTime.compare(time, from) >= 0;
  const isBefore = Temporal.PlainTime.compare(time, to) < 0;
  return Temporal.PlainTime.compare(from, to) <= 0 ? isFrom && isBefore : isFrom || isBefore;
}

/** More days off follow one another nowhere. */
const MOST_DAYS = 30;

/** The first moment from `now` on at which somebody may be disturbed; `now` where there is none within a month. */
export function afterQuiet(
  now: Temporal.Instant,
  quiet: QuietHours,
  calendar: Pick<WorkingCalendar, 'isWorkingDay'>,
): Temporal.Instant {
  if (!isQuiet(now, quiet, calendar)) return now;
  const today = dayOf(now);
  for (let days = 0; days <= MOST_DAYS; days += 1) {
    const day = today.add({ days });
    // Quiet ends with its hours, or with a day off.
    for (const plainTime of [Temporal.PlainTime.from('00:00'), quiet.to]) {
      const moment = day.toZonedDateTime({ timeZone: ZONE, plainTime }).toInstant();
      const isAhead = Temporal.Instant.compare(moment, now) > 0;
      if (isAhead && !isQuiet(moment, quiet, calendar)) return moment;
    }
  }
  return now;
}
