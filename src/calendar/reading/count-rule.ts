import { meantMonths, problem } from './hit.ts';
import type { Rule } from './rule.ts';
import {
  either,
  END,
  GAP,
  here,
  NUMBER_START,
  numberOf,
  SPACE,
  YEAR_AFTER,
  yearSaid,
} from './words.ts';

const COUNT_WORDS = ['ba', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'];

/** "sáu tháng" as one phrase: with its marks or without, so that "sau tháng 10" (after October) is not a count. */
const WRITTEN_OUT = either(...COUNT_WORDS.map((word) => `${word} tháng`));

/** What follows makes it something else: "6 tháng 10", "6 tháng này", but not "6 tháng trước hạn". */
const GOES_ON =
  `(?!${SPACE}\\d{1,2}(?!\\d))` +
  `(?!${GAP}${either('này', 'trước', 'sau', 'tới', 'nữa', 'qua', 'vừa', 'gần')}(?![\\p{L}\\p{M}])(?!${GAP}${either('hạn')}))`;

/**
 * "6 tháng đầu năm 2023", "sáu tháng đầu năm", "6T/2023", "9 tháng 2023", "6 tháng cuối năm", "11 tháng năm 2023".
 * "6 tháng" and "9 tháng" alone are periods of their own, from the start of the year.
 */
export const countRule: Rule = {
  pattern: here(
    `(?<!top${GAP})${NUMBER_START}(?:(?<number>\\d{1,2})${SPACE}(?:${either('tháng')}|t)|(?<words>${WRITTEN_OUT}))` +
      `(?:${GAP}(?:(?<early>${either('đầu')})|(?<late>${either('cuối')})))?` +
      `(?:${YEAR_AFTER}|(?<=${either('đầu', 'cuối')})(?:${GAP}${either('của')})?${GAP}${either('năm')})?${END}${GOES_ON}`,
  ),
  read(groups) {
    const count = countOf(groups['number'], groups['words']);
    const year = yearSaid(groups);
    const side = groups['late'] ?? groups['early'];
    const standsAlone = count === 6 || count === 9;
    if (side === undefined && !standsAlone && (year === null || count < 2)) return null;
    if (!(count >= 1 && count <= 12)) return problem('noSuchMonth');
    return groups['late'] === undefined
      ? meantMonths(1, count, { year, unit: 'part' })
      : meantMonths(13 - count, 12, { year, unit: 'part' });
  },
};

function countOf(digits: string | undefined, words: string | undefined): number {
  if (digits !== undefined) return Number(digits);
  return numberOf((words ?? '').replace(/\s+th[aá]ng$/u, ''));
}
