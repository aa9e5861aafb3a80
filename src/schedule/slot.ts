import { MORNING_ENDS } from '../audience/usual-hours.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { dayOf, ZONE } from '../clock.ts';

/** Something that comes on working days at an hour. */
export type MorningPlan = {
  readonly at: Temporal.PlainTime;
  /** 1 = Monday; null = every working day. */
  readonly weekday: number | null;
  /** From when on; hours before it are not made up for. */
  readonly since: Temporal.Instant;
};

/**
 * What is to be done about a plan now: nothing today (no working day, not its weekday, made after its hour), nothing yet,
 * send (on time, or made up for the same morning), or only say that it was missed.
 */
export type Slot = 'notToday' | 'notYet' | 'send' | 'missed';

/** Decides about a plan at a moment. */
export function slotOf(plan: MorningPlan, now: Temporal.Instant, calendar: WorkingCalendar): Slot {
  const day = dayOf(now);
  if (!calendar.isWorkingDay(day)) return 'notToday';
  if (plan.weekday !== null && plan.weekday !== day.dayOfWeek) return 'notToday';
  const hour = momentAt(day, plan.at);
  if (Temporal.Instant.compare(now, hour) < 0) return 'notYet';
  if (Temporal.Instant.compare(plan.since, hour) > 0) return 'notToday';
  return Temporal.Instant.compare(now, noonOf(day)) < 0 ? 'send' : 'missed';
}

/** Noon of a day: what was meant for its morning is too late from then on. */
export function noonOf(day: Temporal.PlainDate): Temporal.Instant {
  return momentAt(day, MORNING_ENDS);
}

/** A local hour of a day. */
export function momentAt(day: Temporal.PlainDate, plainTime: Temporal.PlainTime): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: ZONE, plainTime }).toInstant();
}
