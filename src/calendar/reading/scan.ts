import { countRule } from './count-rule.ts';
import { isoDateRule, slashDateRule, writtenDateRule } from './date-rules.ts';
import { type Hit, type Meaning, problem } from './hit.ts';
import { cumulativeRule } from './join-cumulative.ts';
import {
  halfOfYearRule,
  halfRule,
  keyRule,
  month,
  monthRule,
  monthSlashRule,
  ordinalRule,
  quarter,
  quarterRule,
  romanQuarterRule,
} from './part-rules.ts';
import { relativeRule } from './relative-rule.ts';
import type { Rule } from './rule.ts';
import { either, END, type Groups, here, numberOf, SPACE, YEAR_AFTER } from './words.ts';
import { sinceNewYearRule, wrongYearRule, yearRule } from './year-rules.ts';

/** The first that matches wins: longer ways of writing stand before the shorter ones they contain. */
const RULES: readonly Rule[] = [
  keyRule,
  isoDateRule,
  slashDateRule,
  writtenDateRule,
  sinceNewYearRule,
  cumulativeRule,
  relativeRule,
  countRule,
  ordinalRule,
  halfOfYearRule,
  halfRule,
  quarterRule,
  romanQuarterRule,
  monthSlashRule,
  monthRule,
  yearRule,
  wrongYearRule,
];

const WORD_START = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{N}]/gu;

/** "và 3", ", 10/2023" after "quý 2" or "tháng 9": only where the number cannot be counting something else. */
const NEXT_NUMBER = here(
  `${SPACE}(?:,|-|&|${either('và', 'với')})${SPACE}(?<number>\\d{1,2}|i{1,3}|iv)(?!\\p{N})` +
    `(?:${YEAR_AFTER}${END}|(?=${SPACE}(?:$|[?!.;)]|(?:,|-|&|${either('và', 'với')})${SPACE}[\\divx])))`,
);

/** All runs of words that mean a period or a day, in order, not overlapping. `text` is lower-case NFC. */
export function scan(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  let end = 0;
  for (const { index } of text.matchAll(WORD_START)) {
    if (index < end) continue;
    for (let hit = hitAt(text, index); hit !== null; hit = nextNumber(text, hit)) {
      hits.push(hit);
      ({ end } = hit);
    }
  }
  return hits;
}

function hitAt(text: string, at: number): Hit | null {
  for (const { pattern, read } of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const groups = match?.groups ?? {};
    const meaning = match === null ? null : meaningOf(groups, read);
    if (meaning === null) continue;
    const surelyFrom = at + (groups['maybe'] ?? '').length;
    return { start: at, surelyFrom, end: pattern.lastIndex, meaning };
  }
  return null;
}

/** "Tháng 2 năm 20233": whatever stands before a year that cannot be cannot be either. */
function meaningOf(groups: Groups, read: Rule['read']): Meaning | null {
  const meaning = read(groups);
  return meaning === null || groups['wrongYear'] === undefined ? meaning : problem('noSuchYear');
}

function nextNumber(text: string, { meaning, end }: Hit): Hit | null {
  const read = listed(meaning);
  NEXT_NUMBER.lastIndex = end;
  const groups = read === null ? undefined : NEXT_NUMBER.exec(text)?.groups;
  if (read === null || groups === undefined) return null;
  return {
    start: end,
    surelyFrom: end,
    end: NEXT_NUMBER.lastIndex,
    meaning: read(numberOf(groups['number'] ?? ''), groups),
  };
}

/** How a further number is read after this meaning: only quarters and months without a year go on. */
function listed(meaning: Meaning): typeof month | null {
  if (meaning.kind !== 'months' || meaning.year !== null) return null;
  if (meaning.unit === 'quarter') return quarter;
  return meaning.unit === 'month' ? month : null;
}
