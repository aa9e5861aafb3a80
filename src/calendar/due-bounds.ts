import { dayOf, ZONE } from '../clock.ts';
import type { DueBounds, WorkingCalendar } from './working-calendar.ts';
import { addWorkingDays } from './working-days.ts';

/** How pressing something with a deadline is; the words of `DueBounds`, and `later` for what lies beyond. */
export type Urgency = 'overdue' | 'today' | 'one' | 'three' | 'later';

/**
 * The bounds of urgency at a moment. What falls due on days off belongs to the last working day before them: after it
 * nobody works on it any more. So on a Friday "today" reaches to Monday, 0:00.
 */
export function dueBounds(now: Temporal.Instant, calendar: WorkingCalendar): DueBounds {
  const day = dayOf(now);
  const before = (count: number) => startOf(addWorkingDays(day, count, calendar));
  return { now, today: before(1), one: before(2), three: before(4) };
}

/** Where a deadline stands between the bounds. A deadline is in time up to its very moment. */
export function urgencyOf(dueAt: Temporal.Instant, bounds: DueBounds): Urgency {
  const isBefore = (bound: Temporal.Instant) => Temporal.Instant.compare(dueAt, bound) < 0;
  if (isBefore(bounds.now)) return 'overdue';
  if (isBefore(bounds.today)) return 'today';
  if (isBefore(bounds.one)) return 'one';
  return isBefore(bounds.three) ? 'three' : 'later';
}

/** The last moment of a day: when what is due on it, without an hour, is due. */
export function endOfDay(day: Temporal.PlainDate): Temporal.Instant {
  // Milliseconds are what stores keep; the next midnight would already be another day.
  return startOf(day.add({ days: 1 })).subtract({ milliseconds: 1 });
}

function startOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime(ZONE).toInstant();
}
