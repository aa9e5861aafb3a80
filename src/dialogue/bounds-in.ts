import type { Bound, Sieve } from '../figures/limit.ts';
import { oppositeOf } from '../figures/limit.ts';
import { fold } from '../vietnamese/fold.ts';

/** Words that set a value ("trên 1%", "từ 10 đến 20 hồ sơ"), with their place; `sieve` null if no side is meant ("5%"). */
export type BoundRead = {
  readonly start: number;
  readonly end: number;
  readonly sieve: Sieve | null;
};

type Direction = 'over' | 'under' | 'from' | 'upTo' | 'exactly';

const WORDS: readonly (readonly [Direction, string])[] = [
  ['over', 'trên|vượt quá|vượt trên|vượt|quá|cao hơn|lớn hơn|nhiều hơn|hơn'],
  ['under', 'dưới|thấp hơn|nhỏ hơn|ít hơn|bé hơn|chưa đến|chưa tới'],
  ['from', 'từ|ít nhất|tối thiểu|chạm|chạm mức|chạm ngưỡng|lên đến|lên tới'],
  ['upTo', 'tối đa|nhiều nhất là'],
  ['exactly', 'bằng|đúng|đạt|là|chỉ'],
];
const SIGNS: ReadonlyMap<string, Direction> = new Map([
  ['>', 'over'],
  ['<', 'under'],
  ['>=', 'from'],
  ['≥', 'from'],
  ['<=', 'upTo'],
  ['≤', 'upTo'],
  ['=', 'exactly'],
]);
const BY_WORD: ReadonlyMap<string, Direction> = new Map(
  WORDS.flatMap(([direction, words]) =>
    words.split('|').map((word) => [fold(word), direction] as const),
  ),
);

const ALTERNATIVES = WORDS.flatMap(([, words]) => words.split('|'))
  .flatMap((word) => [word, fold(word)])
  .toSorted((left, right) => right.length - left.length)
  .join('|');
const BEFORE = String.raw`(?<![\p{L}\p{N}])(?:(?<not>không|khong|ko|chưa|chua)\s{1,3})?(?:(?<word>${ALTERNATIVES})\s{1,3}|(?<sign>[<>]=?|[≤≥=])\s{0,2})?(?<![\d.,])`;
const BEHIND = String.raw`(?:\s{1,3}(?<tail>trở lên|tro len|trở xuống|tro xuong))?`;
const TO = String.raw`\s{0,3}(?:đến|den|tới|toi|và|va|-|–)\s{0,3}`;
const PERCENT = String.raw`\s{0,2}(?:%|phần trăm|phan tram)`;
const DOSSIERS = String.raw`\s{1,3}(?:hồ sơ|ho so|hs)(?![\p{L}\p{N}])`;

/** One kind of value: how it is written, and what its digits count. */
type Kind = {
  readonly of: Sieve['of'];
  readonly between: RegExp;
  readonly single: RegExp;
  readonly read: (digits: string) => number;
};

const RATES: Kind = {
  of: 'rate',
  ...patterns(String.raw`\d{1,3}(?:[.,]\d{1,2})?`, PERCENT),
  read: hundredths,
};
const NUMBERS: Kind = {
  of: 'number',
  ...patterns(String.raw`\d{1,3}(?:[.]\d{3})+|\d{1,6}`, DOSSIERS),
  read: (digits) => Number(digits.replaceAll('.', '')),
};

function patterns(digits: string, unit: string): Pick<Kind, 'between' | 'single'> {
  const lead = String.raw`(?<![\p{L}\p{N}])(?:từ|tu|trong khoảng|trong khoang|khoảng|khoang|giữa|giua)\s{1,3}`;
  return {
    between: new RegExp(
      String.raw`${lead}(?<from>${digits})(?:${unit})?${TO}(?<to>${digits})${unit}`,
      'giu',
    ),
    single: new RegExp(String.raw`${BEFORE}(?<from>${digits})${unit}${BEHIND}`, 'giu'),
  };
}

/** Finds every value that is set in a text, with marks or without. A bare "0%" or "100%" means just that. */
export function boundsIn(text: string): readonly BoundRead[] {
  return [RATES, NUMBERS].flatMap((kind) => {
    const between = Array.from(text.matchAll(kind.between), (match) => readBetween(match, kind));
    const left = between.reduce(blanked, text);
    const single = Array.from(left.matchAll(kind.single), (match) => readSingle(match, kind));
    return [...between, ...single.flatMap((read) => read ?? [])];
  });
}

function blanked(text: string, { start, end }: BoundRead): string {
  return text.slice(0, start) + '|'.repeat(end - start) + text.slice(end);
}

function readBetween(match: RegExpExecArray, { of, read }: Kind): BoundRead {
  const { from = '', to = '' } = match.groups ?? {};
  const bounds: readonly Bound[] = [
    { threshold: read(from), side: 'above', inclusive: true },
    { threshold: read(to), side: 'below', inclusive: true },
  ];
  return { ...placeOf(match), sieve: { of, bounds } };
}

/** A number of dossiers that no word sets a side of ("5 hồ sơ") is no value to be beyond. */
function readSingle(match: RegExpExecArray, { of, read }: Kind): BoundRead | null {
  const { not, word, sign, from = '', tail } = match.groups ?? {};
  const threshold = read(from);
  const said = directionOf(word, sign);
  const isBare = said === undefined && tail === undefined;
  if (of === 'number' && isBare && threshold !== 0) return null;
  const bounds = boundsOf(withTail(said ?? 'exactly', tail), { of, threshold });
  const sieve = not === undefined ? { of, bounds } : denied({ of, bounds });
  return { ...placeOf(match), sieve: bounds.length === 0 ? null : sieve };
}

/** "Không vượt 1%" is the other side; that a value is not exactly met sets none. */
function denied({ of, bounds }: Sieve): Sieve {
  return { of, bounds: bounds.length === 1 ? bounds.map(oppositeOf) : bounds };
}

function placeOf({ index, 0: all }: RegExpExecArray): Pick<BoundRead, 'start' | 'end'> {
  return { start: index, end: index + all.length };
}

function directionOf(word: string | undefined, sign: string | undefined): Direction | undefined {
  return word === undefined ? SIGNS.get(sign ?? '') : BY_WORD.get(fold(word));
}

/** Hundredths of a percent, from the digits before and after the comma. */
function hundredths(digits: string): number {
  const [whole = '', decimals = ''] = digits.split(/[.,]/u);
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
}

/** "1% trở lên" says the side behind the number. */
function withTail(direction: Direction, tail: string | undefined): Direction {
  if (tail === undefined) return direction;
  return fold(tail) === 'tro len' ? 'from' : 'upTo';
}

function boundsOf(
  direction: Direction,
  { of, threshold }: { readonly of: Sieve['of']; readonly threshold: number },
): readonly Bound[] {
  switch (direction) {
    case 'over':
      return [{ threshold, side: 'above', inclusive: false }];
    case 'under':
      return [{ threshold, side: 'below', inclusive: false }];
    case 'from':
      return [{ threshold, side: 'above', inclusive: true }];
    case 'upTo':
      return [{ threshold, side: 'below', inclusive: true }];
    case 'exactly':
      return exactly(of, threshold);
  }
}

/** No rate is below 0% or above 100%, so that one side is enough to mean exactly these; other rates are met by none. */
function exactly(of: Sieve['of'], threshold: number): readonly Bound[] {
  const below: Bound = { threshold, side: 'below', inclusive: true };
  const above: Bound = { threshold, side: 'above', inclusive: true };
  if (threshold === 0) return [below];
  if (of === 'number') return [above, below];
  return threshold === 10_000 ? [above] : [];
}
