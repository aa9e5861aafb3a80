import { dayOf, ZONE } from '../clock.ts';
import { day } from './numbers.ts';

/** A moment in a sentence, to the minute, local time: "07:00 ngày 23/11/2026". */
export function momentWords(moment: Temporal.Instant): string {
  return `${clockText(moment)} ngày ${day(dayOf(moment))}`;
}

/** A moment in lists and tables: "07:00 23/11/2026". */
export function momentText(moment: Temporal.Instant): string {
  return `${clockText(moment)} ${day(dayOf(moment))}`;
}

/** When something is due: "16:30 23/11/2026"; a day without an hour, which ends at midnight, is that day alone. */
export function dueText(moment: Temporal.Instant): string {
  const midnight = clockText(moment.add({ minutes: 1 })) === '00:00';
  return midnight ? day(dayOf(moment)) : momentText(moment);
}

/** "07:00". */
export function clockText(moment: Temporal.Instant): string {
  return moment.toZonedDateTimeISO(ZONE).toPlainTime().toString({ smallestUnit: 'minute' });
}
