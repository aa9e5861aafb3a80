import type { MorningKind } from './store.ts';

/** When what a chat subscribed to comes, unless it chose another hour; local time, like all hours here. */
export const USUAL_HOURS: Readonly<Record<MorningKind, Temporal.PlainTime>> = {
  morningList: Temporal.PlainTime.from('07:00'),
  leaderDigest: Temporal.PlainTime.from('07:30'),
};

/** When work after lunch has begun: what was put off in the morning can be done then. */
export const REMINDER_HOUR = Temporal.PlainTime.from('14:00');

/** What is sent in the morning is dropped at noon: nobody begins the day then (design.md 2.2). */
export const MORNING_ENDS = Temporal.PlainTime.from('12:00');
