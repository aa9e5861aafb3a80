import type { FormulaAsked } from '../asking/formula-asked.ts';
import { bare } from '../vietnamese/fold.ts';

/** Words that choose a formula ("tính theo hồ sơ đã giải quyết"), with their place. */
export type FormulaRead = {
  readonly start: number;
  readonly end: number;
  /** Null where one is refused, and it is open which other one is meant. */
  readonly formula: FormulaAsked | null;
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

/** "Không tính theo", "không phải chỉ tính theo"; "không" may also end a question before it. */
const REFUSED =
  /(?<![\p{L}\p{N}])(?:khong|ko|chang)(?: (?:phai|can|nen|muon|duoc|tinh|la|chi))* $/u;
const ASKS_WHETHER = /(?<![\p{L}\p{N}])(?:co (?!bao nhi|may )|dat|vuot)[^,;.?!\n]*$/u;
/** "Không tính hồ sơ đã giải quyết" may leave these out altogether. */
const LEAVES_OUT = /^tinh (?!rieng|theo|tren|trong|dua)/u;
/** "… mà cả đang giải quyết": said of those that are in the other formula. */
const AND_PENDING =
  /^(?: ma)?(?: (?:con|ca|ke ca|gom|bao gom|tinh))* dang (?:giai quyet|xu ly)(?! (?:tre|qua))/u;

/** The formula a sentence about what is late is asked by; null if it names none. */
export function formulaIn(text: string): FormulaRead | null {
  const folded = bare(text).replaceAll(/\s/gu, ' ');
  const sure = firstOf(SURE, folded);
  if (sure !== null) return unlessRefused(sure, folded);
  const maybe = firstOf(UNSURE, folded);
  if (maybe === null) return null;
  const others = `${folded.slice(0, maybe.start)}|${folded.slice(maybe.end)}`;
  return SAYS_LATENESS.test(others) ? unlessRefused(maybe, folded) : null;
}

/** "Không tính theo hồ sơ đã giải quyết" asks for the province's own; what else is meant by refusing that one is open. */
function unlessRefused(read: FormulaRead, folded: string): FormulaRead {
  const refusal = REFUSED.exec(folded.slice(0, read.start));
  if (refusal === null || endsQuestion(folded, refusal, read)) return read;
  const tail = AND_PENDING.exec(folded.slice(read.end))?.[0].length ?? 0;
  const isOpen =
    read.formula === 'OVERDUE_TOTAL_OVER_HANDLED' || LEAVES_OUT.test(folded.slice(read.start));
  const formula = isOpen ? null : 'OVERDUE_TOTAL_OVER_HANDLED';
  return { start: refusal.index, end: read.end + tail, formula };
}

/** "Có vượt 1% không tính theo …": whether it does is asked, and nothing is refused. */
function endsQuestion(
  folded: string,
  { 0: refusal, index }: RegExpExecArray,
  { start }: FormulaRead,
): boolean {
  const isBare = !refusal.trim().includes(' ') && !folded.startsWith('chi ', start);
  return isBare && ASKS_WHETHER.test(folded.slice(0, index));
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
