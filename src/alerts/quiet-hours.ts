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
