import { bare } from '../vietnamese/fold.ts';

/** What somebody says to the alerts of their chat; `show`: nothing that is known, so that they are shown. */
export type AlertAnswer =
  | { readonly kind: 'show' | 'acknowledge' | 'wake' }
  /** Null hours = until the next working morning. */
  | { readonly kind: 'snooze'; readonly hours: number | null };

const WAKE = /\b(bat|mo|nhan|gui|bao) lai\b|\btiep tuc\b/u;
const SNOOZE = /\b(tam (dung|ngung|nghi|hoan)|im lang|hoan|ngung|dung (bao|gui|nhac)|nghi)\b/u;
const ACKNOWLEDGE = /\bda (nam|nhan|ro|biet|xem|tiep thu|hieu)\b/u;
const LENGTH = /\b(\d{1,3}) ?(h|gio|tieng|ngay|tuan)\b/u;
const HOURS_IN: Readonly<Record<string, number>> = { ngay: 24, tuan: 7 * 24 };
/** Longer, and nobody remembers that there were alerts. */
const MOST_HOURS = 30 * 24;

/** Reads "đã nắm", "tạm dừng", "tạm dừng 2 giờ", "bật lại". */
export function readAlertAnswer(words: string): AlertAnswer {
  const text = bare(words).replaceAll(/[-_]/gu, ' ');
  if (WAKE.test(text)) return { kind: 'wake' };
  if (SNOOZE.test(text)) return { kind: 'snooze', hours: hoursIn(text) };
  return { kind: ACKNOWLEDGE.test(text) ? 'acknowledge' : 'show' };
}

function hoursIn(text: string): number | null {
  const found = LENGTH.exec(text);
  if (found === null) return null;
  const [, number = '0', unit = ''] = found;
  const hours = Number(number) * (HOURS_IN[unit] ?? 1);
  return hours === 0 ? null : Math.min(hours, MOST_HOURS);
}
