import { problem } from './hit.ts';
import type { Rule } from './rule.ts';
import { either, END, GAP, here, NUMBER_START, SPACE } from './words.ts';
import type { Groups } from './words.ts';

/** Not inside a fraction or a number, but after the dash of a range: "15/6-14/9/2023". */
const DAY_START = '(?<!\\d[/.,:])(?<!(?<=\\d)(?<!\\d/\\d{1,4})-)';

/** "15/6/2023", "15-6-2023", "15/6", "ngày 15/6". */
export const slashDateRule: Rule = {
  pattern: here(
    `(?:(?<word>${either('ngày')})${SPACE})?${DAY_START}(?<day>\\d{1,2})` +
      `(?:(?<mark>[/.-])(?<month>\\d{1,2})\\k<mark>(?<year>\\d{2,6})|/(?<yearless>\\d{1,2}))${END}`,
  ),
  read: (groups) => date(groups, groups['word'] === undefined),
};

/** "ngày 15 tháng 6 năm 2023"; after "từ" and "đến" also without the word for day. */
export const writtenDateRule: Rule = {
  pattern: here(
    `(?:${either('ngày')}${SPACE}|(?<=${either('từ', 'đến', 'tới')}${GAP}))(?<day>\\d{1,2})${GAP}${either('tháng')}` +
      `${GAP}(?<month>\\d{1,2})(?!\\d)(?:${GAP}${either('năm')}${GAP}(?<year>\\d{4}))?${END}`,
  ),
  read: (groups) => date(groups, false),
};

/** "2023-06-15", as in the bot's own keys. */
export const isoDateRule: Rule = {
  pattern: here(`${NUMBER_START}(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?![\\p{L}\\p{N}])`),
  read: (groups) => date(groups, false),
};

function date(groups: Groups, mayBeFraction: boolean) {
  const day = Number(groups['day']);
  const month = Number(groups['month'] ?? groups['yearless']);
  const { year } = groups;
  if (year === undefined) {
    // 2024 is a leap year: without a year 29/2 may be meant.
    if (!isDay(2024, month, day)) return mayBeFraction ? null : problem('noSuchDay');
    return { kind: 'date', day, month, year: null, weak: mayBeFraction } as const;
  }
  const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year);
  if (year.length === 3 || year.length > 4 || !isDay(fullYear, month, day)) {
    return problem('noSuchDay');
  }
  return { kind: 'date', day, month, year: fullYear, weak: false } as const;
}

/** Whether the calendar has this day. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}
