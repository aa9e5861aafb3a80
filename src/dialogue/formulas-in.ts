import type { FormulaAsked } from '../asking/formula-asked.ts';
import { bare } from '../vietnamese/fold.ts';

/** Words that choose a formula ("tính theo hồ sơ đã giải quyết"), with their place. */
export type FormulaRead = {
  readonly start: number;
  readonly end: number;
  readonly formula: FormulaAsked;
};

/** Said of a formula and of nothing else: an order of numbers may be "theo hồ sơ đã giải quyết", too. */
const SURELY = String.raw`(?:(?:neu|ma) )?(?:(?:chi )?tinh(?: rieng)? (?:theo|tren|trong|dua tren)|chi tinh|chi (?:theo|tren)|theo (?:cong thuc|cach tinh))`;
const MAYBE = '(?:theo|tren|dua tren|trong|tinh(?: rieng)?)';
const DOSSIERS = String.raw`(?: (?:tong|toan bo|tat ca))?(?: so)?(?: luong)?(?: cac)?(?: (?:ho so|hs))?`;
const DONE = String.raw`(?:da (?:giai quyet|xu ly)(?: xong)?|(?:giai quyet|xu ly) xong)`;
/** "Đã giải quyết trễ hạn" are those that are late, and no basis to count them on. */
const NO_PART = String.raw`(?! (?:tre|qua|dung|som|truoc|cham|muon|trong) ?(?:han|hen)?)`;
const LATE = String.raw`(?:(?:da giai quyet )?(?:tre|qua)(?: (?:han|hen))?)`;
const DIVIDED = String.raw` ?(?:/|÷|:|chia(?: cho)?|tren) ?`;
const END = String.raw`(?![\p{L}\p{N}])`;

const BASES: readonly (readonly [FormulaAsked, string])[] = [
  [
    'OVERDUE_TOTAL_OVER_HANDLED',
    String.raw`(?:da va dang|dang va da|phai|can) (?:giai quyet|xu ly)`,
  ],
  ['OVERDUE_RESOLVED_ONLY', `${DONE}${END}${NO_PART}`],
  ['ofReceived', String.raw`(?:da )?(?:tiep nhan|nhan vao|nhan)`],
];

/** "Theo công thức trễ/đã giải quyết": the formula written out. */
const WRITTEN = String.raw`(?:(?:tinh )?theo )?(?:cong thuc |cach tinh )(?:la )?${LATE}${DIVIDED}(?:tong )?(?:so )?(?:ho so )?${DONE}`;
const OF_PROVINCE = String.raw`(?:tinh )?theo (?:cong thuc|cach tinh) (?:(?:chung |mac dinh )?(?:cua )?(?:ubnd )?(?:toan )?tinh|chung|mac dinh)`;

const SURE: readonly (readonly [FormulaAsked, RegExp])[] = [
  ['OVERDUE_RESOLVED_ONLY', pattern(WRITTEN)],
  ['OVERDUE_TOTAL_OVER_HANDLED', pattern(OF_PROVINCE)],
  ...BASES.map(([formula, base]) => [formula, pattern(`${SURELY}${DOSSIERS} ${base}`)] as const),
];
const UNSURE = BASES.map(
  ([formula, base]) => [formula, pattern(`${MAYBE}${DOSSIERS} ${base}`)] as const,
);
/** Of what is late, or in time: only these have several formulas. */
const SAYS_LATENESS = /(?<![\p{L}\p{N}])(?:tre|qua|cham|muon|dung|som) ?(?:han|hen)/u;

/** The formula a sentence about what is late is asked by; null if it names none. */
export function formulaIn(text: string): FormulaRead | null {
  const folded = bare(text).replaceAll(/\s/gu, ' ');
  const sure = firstOf(SURE, folded);
  if (sure !== null) return sure;
  const maybe = firstOf(UNSURE, folded);
  if (maybe === null) return null;
  const others = `${folded.slice(0, maybe.start)}|${folded.slice(maybe.end)}`;
  return SAYS_LATENESS.test(others) ? maybe : null;
}

/** The arguments of a command about what is late: there whatever may choose a formula does. */
export function withFormulaSaid(text: string): string {
  const folded = bare(text).replaceAll(/\s/gu, ' ');
  if (firstOf(SURE, folded) !== null) return text;
  const maybe = firstOf(UNSURE, folded);
  return maybe === null ? text : `${text.slice(0, maybe.start)}tính ${text.slice(maybe.start)}`;
}

function firstOf(
  patterns: readonly (readonly [FormulaAsked, RegExp])[],
  folded: string,
): FormulaRead | null {
  for (const [formula, words] of patterns) {
    const match = words.exec(folded);
    if (match !== null) {
      return { start: match.index, end: match.index + match[0].length, formula };
    }
  }
  return null;
}

function pattern(source: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${source})${END}`, 'u');
}
