import { dayOf } from '../clock.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { workingDaysBetween } from './working-days.ts';
import { workingTimeBetween } from './working-time.ts';

/** How much working time is left until a deadline. */
export type Remaining =
  /** Working days begun since the day it was due; 0 = none yet: it fell due today, or only days off have passed since. */
  | { readonly kind: 'overdue'; readonly workingDays: number }
  /** No working day lies between now and the deadline: whole minutes of office time are left, 0 after hours. */
  | { readonly kind: 'today'; readonly officeMinutes: number }
  /** Working days after today up to and including the day it is due; at least 1. */
  | { readonly kind: 'ahead'; readonly workingDays: number };

/**
 * The working time left until a deadline. The deadline is taken as it was appointed, never computed anew; one on a day off
 * counts with the last working day before it. Agrees with `dueBounds`: "today" is 0 working days left.
 */
export function remainingTime(
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): Remaining {
  const days = workingDaysBetween(dayOf(now), dayOf(dueAt), calendar);
  if (Temporal.Instant.compare(dueAt, now) < 0)
    return { kind: 'overdue', workingDays: Math.abs(days) };
  if (days > 0) return { kind: 'ahead', workingDays: days };
  return { kind: 'today', officeMinutes: workingTimeBetween({ from: now, to: dueAt }, calendar) };
}
