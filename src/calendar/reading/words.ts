import { bare } from '../../vietnamese/fold.ts';
import type { YearSaid } from './hit.ts';

/** Spaces are bounded so that no text, however odd, makes the patterns slow. */
export const SPACE = '\\s{0,3}';
export const GAP = '\\s{1,3}';

/** Nothing of the word or number goes on here. */
export const END = '(?![\\p{L}\\p{M}\\p{N}])(?![/.]\\d)';

/** A number starts here, and it is not the tail of a fraction, a decimal or a document number. */
export const NUMBER_START = '(?<!\\d[/.,:-])';

/**
 * Pattern of phrases with all their marks or with none. Never with other marks: "Vạn Thắng 10" is not a month.
 */
export function either(...phrases: readonly string[]): string {
  const spellings = phrases.flatMap((phrase) => [phrase, bare(phrase)]);
  const longestFirst = [...new Set(spellings)].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.map((spelling) => spelling.replaceAll(' ', GAP)).join('|')})`;
}

/** A year by itself, 2000 to 2099. */
export const YEAR = '(?<year>20\\d\\d)(?![\\p{L}\\p{N}%])(?![/.,:]\\d)(?!/)(?!-\\d{1,2}(?!\\d))';

/** A number in a year's place that is none: "năm 1890", "20233"; of fewer digits it counts something else. */
const WRONG_YEAR =
  `(?:${SPACE}[/-]${SPACE}(?=\\d{4})|${GAP}(?:${either('của', 'trong')}${GAP})?${either('năm')}${GAP}|${GAP}(?=20\\d{3}))` +
  `(?<wrongYear>(?!20\\d\\d(?!\\d))\\d{3,7})(?![\\p{L}\\p{N}%])(?!${SPACE}${either('hồ sơ')})`;

/** The year after a quarter, month or half: "năm 2023", "/2023", "/23", " 2023", "năm ngoái". */
export const YEAR_AFTER =
  `(?:${SPACE}[/.,-]?${SPACE}(?:${either('của', 'trong')}${GAP})?(?:(?:${either('năm')}|n)${SPACE})?${YEAR}` +
  `|${WRONG_YEAR}` +
  `|/(?<shortYear>[2-9]\\d)(?![\\p{L}\\p{N}])` +
  `|${GAP}(?<thisYear>${either('năm nay', 'năm này')})|${GAP}(?<lastYear>${either('năm ngoái', 'năm trước')}))`;

/** Named parts of a match, as `RegExp` gives them. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** The year that `YEAR` or `YEAR_AFTER` found. */
export function yearSaid(groups: Groups): YearSaid {
  if (groups['year'] !== undefined) return { kind: 'number', year: Number(groups['year']) };
  if (groups['shortYear'] !== undefined) {
    return { kind: 'number', year: 2000 + Number(groups['shortYear']) };
  }
  if (groups['thisYear'] !== undefined) return { kind: 'offset', offset: 0 };
  return groups['lastYear'] === undefined ? null : { kind: 'offset', offset: -1 };
}

const NUMBER_WORDS = {
  một: 1,
  nhất: 1,
  giêng: 1,
  hai: 2,
  nhì: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
} as const;

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...Object.entries(NUMBER_WORDS).flatMap(([word, value]): [string, number][] => [
    [word, value],
    [bare(word), value],
  ]),
  ...['i', 'ii', 'iii', 'iv', 'v', 'vi'].map((roman, at): [string, number] => [roman, at + 1]),
]);

/** Patterns of the words for 1 to 12, and of those that stand for a quarter. */
export const NUMBER_WORD = either(...Object.keys(NUMBER_WORDS));
export const QUARTER_WORD = either('một', 'nhất', 'hai', 'nhì', 'ba', 'bốn', 'tư');

/** The value of digits, of a word or of a Roman number up to VI; NaN for anything else. */
export function numberOf(text: string): number {
  return NUMBERS.get(text.replaceAll(/\s+/gu, ' ')) ?? Number(text);
}

/** A pattern that has to match right where it is tried. */
export function here(source: string): RegExp {
  return new RegExp(source, 'yu');
}
