import { type Meaning, meantMonths, problem } from './hit.ts';
import type { Rule } from './rule.ts';
import {
  either,
  END,
  GAP,
  here,
  NUMBER_START,
  NUMBER_WORD,
  numberOf,
  QUARTER_WORD,
  SPACE,
  YEAR,
  YEAR_AFTER,
  yearSaid,
} from './words.ts';
import type { Groups } from './words.ts';

const WORD_END = '(?![\\p{L}\\p{M}\\p{N}])';

/** "van thang 6 thang dau nam": the first "thang" belongs to the name Vạn Thắng. */
const NOT_A_COUNT = `(?!${SPACE}(?:${either('tháng')}|t)(?!\\p{L})(?!${SPACE}\\d{1,2}(?!\\d)))`;

/** "quý III/2023", "quý 3 năm 2023", "q3 2023", "quy 3-2023", "quý ba". */
export const quarterRule: Rule = {
  pattern: here(
    `(?:${either('quý', 'quí')}(?:${SPACE}(?<number>\\d{1,2}|[ivx]{1,4})(?!\\p{N})|${GAP}(?<word>${QUARTER_WORD}))` +
      `|q\\.?${SPACE}(?<short>\\d{1,2}|i{1,3}|iv))${YEAR_AFTER}?${END}`,
  ),
  read: (groups) =>
    quarter(numberOf(groups['number'] ?? groups['word'] ?? groups['short'] ?? ''), groups),
};

/** "quý thứ ba", "nửa năm thứ hai", "nửa thứ 2 năm 2023", "tháng thứ 10". */
export const ordinalRule: Rule = {
  pattern: here(
    `(?:(?<half>${either('nửa năm', 'nửa')})|(?<quarter>${either('quý', 'quí')})|${either('tháng')})${GAP}${either('thứ')}` +
      `(?:${SPACE}(?<number>\\d{1,2}|[ivx]{1,4})|${GAP}(?<word>${NUMBER_WORD}))${WORD_END}` +
      `(?:${YEAR_AFTER}|${GAP}(?:${either('trong', 'của')}${GAP})?${either('năm')})?${END}`,
  ),
  read(groups) {
    const number = numberOf(groups['number'] ?? groups['word'] ?? '');
    if (groups['quarter'] !== undefined) return quarter(number, groups);
    if (groups['half'] === undefined) return month(number, groups);
    return number === 1 || number === 2 ? half(number === 2, groups) : problem('noSuchHalf');
  },
};

/** "III/2023": a quarter in Roman figures needs no word. */
export const romanQuarterRule: Rule = {
  pattern: here(`(?<![\\p{L}\\p{M}\\p{N}/.-])(?<number>i{1,3}|iv)(?=/)${YEAR_AFTER}${END}`),
  read: (groups) => quarter(numberOf(groups['number'] ?? ''), groups),
};

/** "tháng 10/2023", "tháng 10 năm 2023", "T10", "th10", "tháng mười". */
export const monthRule: Rule = {
  pattern: here(
    `(?:(?:${either('tháng')}|thg\\.?|th\\.?)${SPACE}(?<number>\\d{1,2})|t\\.?(?<short>\\d{1,2})` +
      // Unmarked "thang nam" is no month: "van thang nam 2023".
      `|${either('tháng')}${GAP}(?!nam)(?<word>${NUMBER_WORD})${WORD_END})(?!\\d)${NOT_A_COUNT}${YEAR_AFTER}?${END}`,
  ),
  read: (groups) =>
    month(numberOf(groups['number'] ?? groups['short'] ?? groups['word'] ?? ''), groups),
};

/** "10/2023", also after the word for month. */
export const monthSlashRule: Rule = {
  pattern: here(
    `(?:tháng${SPACE}|(?<maybe>thang${SPACE}))?${NUMBER_START}(?<number>\\d{1,2})[/-]${YEAR}`,
  ),
  read: (groups) => month(Number(groups['number']), groups),
};

/** "nửa đầu năm 2023", "nửa cuối 2023". */
export const halfOfYearRule: Rule = {
  pattern: here(
    `${either('nửa')}${GAP}(?:${either('đầu')}|(?<second>${either('cuối')}))` +
      `(?:${YEAR_AFTER}|${GAP}${either('năm')})${END}`,
  ),
  read: (groups) => half(groups['second'] !== undefined, groups),
};

/** "nửa năm đầu 2023", "nửa năm cuối", "H1 2023". */
export const halfRule: Rule = {
  pattern: here(
    `(?:${either('nửa năm')}(?:${GAP}${either('đầu')}|${GAP}(?<second>${either('cuối')}))?|h(?:1|(?<short>2)))` +
      `${YEAR_AFTER}?${END}`,
  ),
  read: (groups) => half((groups['second'] ?? groups['short']) !== undefined, groups),
};

/** The bot's own keys: "2023-Q3", "2023-H1", "2023-9M", "2023-M10". */
export const keyRule: Rule = {
  pattern: here(
    `(?<year>20\\d\\d)-(?:9m|h(?<half>[12])|q(?<quarter>[1-4])|m(?<month>0[1-9]|1[0-2]))${END}`,
  ),
  read(groups) {
    if (groups['month'] !== undefined) return month(Number(groups['month']), groups);
    if (groups['quarter'] !== undefined) return quarter(Number(groups['quarter']), groups);
    if (groups['half'] !== undefined) return half(groups['half'] === '2', groups);
    return meantMonths(1, 9, { year: yearSaid(groups), unit: 'part' });
  },
};

/** A quarter by number; any other number was meant as one too, and is said to be wrong. */
export function quarter(number: number, groups: Groups): Meaning {
  if (!(number >= 1 && number <= 4)) return problem('noSuchQuarter');
  return meantMonths(number * 3 - 2, number * 3, { year: yearSaid(groups), unit: 'quarter' });
}

/** A month by number. */
export function month(number: number, groups: Groups): Meaning {
  if (!(number >= 1 && number <= 12)) return problem('noSuchMonth');
  return meantMonths(number, number, { year: yearSaid(groups), unit: 'month' });
}

function half(second: boolean, groups: Groups): Meaning {
  const year = yearSaid(groups);
  return second
    ? meantMonths(7, 12, { year, unit: 'part' })
    : meantMonths(1, 6, { year, unit: 'part' });
}
