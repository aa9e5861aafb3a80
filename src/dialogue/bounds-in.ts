import type { Bound } from '../figures/limit.ts';
import { oppositeOf } from '../figures/limit.ts';
import { fold } from '../vietnamese/fold.ts';

/** Words that set a value ("trên 1%"), with their place; `bound` null if no side of it is meant ("từ 1% đến 5%", "5%"). */
export type BoundRead = {
  readonly start: number;
  readonly end: number;
  readonly bound: Bound | null;
};

type Direction = 'over' | 'under' | 'from' | 'upTo' | 'exactly';

const WORDS: readonly (readonly [Direction, string])[] = [
  ['over', 'trên|vượt quá|vượt trên|vượt|quá|cao hơn|lớn hơn|nhiều hơn|hơn'],
  ['under', 'dưới|thấp hơn|nhỏ hơn|ít hơn|bé hơn|chưa đến|chưa tới'],
  ['from', 'từ|ít nhất|tối thiểu'],
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
const NUMBER = String.raw`(\d{1,3})(?:[.,](\d{1,2}))?\s{0,2}(?:%|phần trăm|phan tram)`;
const BOUND = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(không|khong|ko|chưa|chua)\s{1,3})?(?:(${ALTERNATIVES})\s{1,3}|([<>]=?|[≤≥=])\s{0,2})?(?<![\d.,])${NUMBER}(?:\s{1,3}(trở lên|tro len|trở xuống|tro xuong|(?:đến|den|tới|toi|-)\s{1,3}\d{1,3}(?:[.,]\d{1,2})?\s{0,2}%?))?`,
  'giu',
);

/** Finds every value that is set in a text, with marks or without. A bare "0%" or "100%" means just that. */
export function boundsIn(text: string): readonly BoundRead[] {
  return Array.from(text.matchAll(BOUND), (match) => {
    const [all, negation, word, sign, , , tail] = match;
    const said = directionOf(word, sign);
    const direction = withTail(said ?? 'exactly', tail);
    const plain = direction === null ? null : boundOf(direction, thresholdOf(match));
    const bound = plain !== null && negation !== undefined ? oppositeOf(plain) : plain;
    return { start: match.index, end: match.index + all.length, bound };
  });
}

function directionOf(word: string | undefined, sign: string | undefined): Direction | undefined {
  return word === undefined ? SIGNS.get(sign ?? '') : BY_WORD.get(fold(word));
}

/** Hundredths of a percent, from the digits before and after the comma. */
function thresholdOf([, , , , whole, decimals]: RegExpExecArray): number {
  return Number(whole) * 100 + Number((decimals ?? '').padEnd(2, '0'));
}

/** "1% trở lên" says the side behind the number; a second number makes it a range. */
function withTail(direction: Direction, tail: string | undefined): Direction | null {
  if (tail === undefined) return direction;
  const folded = fold(tail);
  if (folded === 'tro len') return 'from';
  return folded === 'tro xuong' ? 'upTo' : null;
}

function boundOf(direction: Direction, threshold: number): Bound | null {
  switch (direction) {
    case 'over':
      return { threshold, side: 'above', inclusive: false };
    case 'under':
      return { threshold, side: 'below', inclusive: false };
    case 'from':
      return { threshold, side: 'above', inclusive: true };
    case 'upTo':
      return { threshold, side: 'below', inclusive: true };
    case 'exactly':
      // No rate is below 0% or above 100%, so that one side is enough to mean exactly these.
      if (threshold === 0) return { threshold, side: 'below', inclusive: true };
      return threshold === 10_000 ? { threshold, side: 'above', inclusive: true } : null;
  }
}
