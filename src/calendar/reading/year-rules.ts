import { meantMonths, problem } from './hit.ts';
import type { Rule } from './rule.ts';
import { either, GAP, here, SPACE, YEAR } from './words.ts';

/** Not inside a fraction, a decimal or a document number; "2020-2023" are two years. */
const YEAR_START = '(?<!\\d[/.,:])(?<!(?<=\\d)(?<!20\\d\\d)-)';

/** "năm 2023", "2023", "n2023". */
export const yearRule: Rule = {
  pattern: here(`(?:(?<word>năm${SPACE}|(?<maybe>nam${SPACE})|n\\.?))?${YEAR_START}${YEAR}`),
  read(groups) {
    const year = { kind: 'number', year: Number(groups['year']) } as const;
    return { ...meantMonths(1, 12, { year, unit: 'year' }), bare: groups['word'] === undefined };
  },
};

/** "năm 1999", "năm 2203", "năm 20233". */
export const wrongYearRule: Rule = {
  pattern: here(
    `${either('năm')}${GAP}(?!20\\d\\d(?!\\d))\\d{3,7}(?![\\p{L}\\p{N}%])(?![/.,:]\\d)(?!${SPACE}${either('hồ sơ')})`,
  ),
  read: () => problem('noSuchYear'),
};

/** "từ đầu năm đến nay", "đầu năm đến nay": the year that is running. */
export const sinceNewYearRule: Rule = {
  pattern: here(
    `(?:${either('từ')}${GAP})?${either('đầu năm')}${GAP}${either('đến nay', 'tới nay')}(?![\\p{L}\\p{M}\\p{N}])`,
  ),
  read: () => ({ kind: 'asked', asked: { kind: 'relative', unit: 'year', offset: 0 } }),
};
