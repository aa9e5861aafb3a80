import { bare } from '../vietnamese/fold.ts';
import { readSubscription } from './read-subscription.ts';

/** When somebody wants to be reminded: at an hour; null = they named none; `unclear` = they named something else. */
export type ReminderHour = Temporal.PlainTime | null | 'unclear';

const AFTERNOON = /\bchieu\b/u;
/** Words that name no hour: "nhắc lại chiều nay nhé". */
const NO_HOUR =
  /^(?:(?:luc|vao|buoi|dau|gio|chieu|hom|nay|lai|nhe|nha|a|giup|voi|toi|em|anh|chi)(?: |$))*$/u;

/** Reads what is said behind /nhac-lai: "14:00", "lúc 15h30", "3 giờ chiều". What is not certain is not guessed. */
export function readReminder(words: string): ReminderHour {
  const { at, name } = readSubscription(words);
  const rest = bare(name);
  if (at === 'noSuchHour') return 'unclear';
  if (at === null) return NO_HOUR.test(rest) && !/\d/u.test(words) ? null : 'unclear';
  return AFTERNOON.test(rest) && at.hour < 12 ? at.add({ hours: 12 }) : at;
}
