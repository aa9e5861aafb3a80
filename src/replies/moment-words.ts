import { ZONE } from '../clock.ts';
import { day } from './numbers.ts';

/** A moment to the minute, local time: "21/11/2026 lúc 14:05". */
export function momentWords(moment: Temporal.Instant): string {
  const local = moment.toZonedDateTimeISO(ZONE);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${day(local.toPlainDate())} lúc ${time}`;
}
