import type { PossiblePeriod } from '../period.ts';
import type { Rule } from './rule.ts';
import { either, GAP, here } from './words.ts';

type Relative = Extract<PossiblePeriod, { kind: 'relative' }>;

/** "trước hạn" is early, not before; "từ kỳ trước chuyển sang" is a column of the form. */
const GOES_ON = `(?![\\p{L}\\p{M}\\p{N}])(?!${GAP}${either('hạn', 'chuyển')})`;

/** "cùng kỳ năm trước" is the comparison that every answer makes, not a period asked for; "top 6 tháng trước" is. */
const NOT_SAME_PERIOD = `(?<!top${GAP})(?<!${either('cùng')}${GAP}(?:${either('kỳ', 'kì')}${GAP})?)`;

const THIS = ['này', 'nay'];
/** Without "qua": unmarked, "thang qua han" is Vạn Thắng being late. */
const LAST = ['trước', 'vừa qua', 'vừa rồi', 'rồi'];

const UNITS: readonly { readonly unit: Relative['unit']; readonly words: readonly string[] }[] = [
  { unit: 'month', words: ['tháng'] },
  { unit: 'quarter', words: ['quý', 'quí'] },
  { unit: 'period', words: ['kỳ', 'kì', 'kỳ báo cáo', 'kì báo cáo'] },
  { unit: 'half', words: ['nửa năm', '6 tháng'] },
  { unit: 'year', words: ['năm'] },
];

/** Every unit, running and before: the name of the group that matches tells which. */
const READINGS = UNITS.flatMap(({ unit, words }) => [
  { group: `${unit}This`, phrases: phrases(words, THIS), asked: relative(unit, 0) },
  { group: `${unit}Last`, phrases: phrases(words, LAST), asked: relative(unit, -1) },
  ...(unit === 'year'
    ? [{ group: 'lastYear', phrases: ['năm ngoái'], asked: relative(unit, -1) }]
    : []),
]).concat({
  group: 'yesterday',
  phrases: ['hôm qua', 'ngày hôm qua'],
  asked: relative('day', -1),
});

/** "tháng này", "quý trước", "kỳ này", "năm nay", "năm ngoái", "6 tháng vừa qua". */
export const relativeRule: Rule = {
  pattern: here(
    `${NOT_SAME_PERIOD}(?:${READINGS.map(({ group, phrases: all }) => `(?<${group}>${either(...all)})`).join('|')})${GOES_ON}`,
  ),
  read(groups) {
    const reading = READINGS.find(({ group }) => groups[group] !== undefined);
    return reading === undefined ? null : { kind: 'asked', asked: reading.asked };
  },
};

function relative(unit: Relative['unit'], offset: 0 | -1): Relative {
  return { kind: 'relative', unit, offset };
}

function phrases(words: readonly string[], others: readonly string[]): readonly string[] {
  return words.flatMap((word) => others.map((other) => `${word} ${other}`));
}
