/**
 * A letter as it counts in comparing names: its base letter and the marks it carries, in one number. Spaces and
 * punctuation are not letters, so that "Nha Trang", "nhatrang" and "Nha-Trang" are the same letters.
 */
export type Letter = number;

const MARK_BITS = 10;
const MARKS = 2 ** MARK_BITS - 1;
/** huyền, sắc, mũ, ngã, trăng, hỏi, móc, nặng; the ninth bit is the bar of đ, the tenth any other mark. */
const COMBINING = '\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323';
const BAR = 2 ** 8;
const OTHER = 2 ** 9;

/** The letters and digits of a text, lower case; NFC and NFD give the same. */
export function lettersOf(text: string): readonly Letter[] {
  const letters: Letter[] = [];
  for (const character of text.toLowerCase().normalize('NFC')) {
    const { base, marks } = partsOf(character);
    if (base !== 0) letters.push((base << MARK_BITS) | marks);
    else if (marks !== 0 && letters.length > 0) letters.push((letters.pop() ?? 0) | marks);
  }
  return letters;
}

/** The same letters without marks, as text. */
export function baseText(letters: readonly Letter[]): string {
  return String.fromCodePoint(...letters.map((each) => each >> MARK_BITS));
}

/** The number of marks on all letters together. */
export function marksIn(letters: readonly Letter[]): number {
  return letters.reduce((sum, each) => sum + bitsIn(each & MARKS), 0);
}

/** Whether a typed letter may stand for a letter of a name: the same base, and no mark the name does not have. */
export function standsFor(typed: Letter, named: Letter): boolean {
  return (typed ^ named) >> MARK_BITS === 0 && (typed & ~named & MARKS) === 0;
}

/** Which base letters occur at least once, and at least twice, as bits; different letters may share a bit. */
export type LetterBag = { readonly once: number; readonly twice: number };

export function letterBag(letters: readonly Letter[]): LetterBag {
  let once = 0;
  let twice = 0;
  for (const each of letters) {
    const bit = 1 << ((each >> MARK_BITS) % 31);
    twice |= once & bit;
    once |= bit;
  }
  return { once, twice };
}

/** At least how many letters would have to be added or taken away to make one text of the other. */
export function bagDistance(one: LetterBag, other: LetterBag): number {
  return bitsIn(one.once ^ other.once) + bitsIn(one.twice ^ other.twice);
}

function bitsIn(number: number): number {
  let rest = number;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
}

/** A character taken apart: base 0 = a mark alone, or (without marks) neither letter nor digit. */
type Parts = { readonly base: number; readonly marks: number };

/** The characters of Vietnamese are few and come again and again; others are taken apart each time. */
const KNOWN = new Map<string, Parts>(
  Array.from(
    'aàáãảạăằắẵẳặâầấẫẩậbcdđeèéẽẻẹêềếễểệghiìíĩỉịklmnoòóõỏọôồốỗổộơờớỡởợpqrstuùúũủụưừứữửựvxyỳýỹỷỵ 0123456789fjwz',
  ).map((character) => [character, takenApart(character)]),
);

function partsOf(character: string): Parts {
  return KNOWN.get(character) ?? takenApart(character);
}

function takenApart(character: string): Parts {
  let base = 0;
  let marks = 0;
  for (const part of character.normalize('NFD')) {
    if (/\p{M}/u.test(part)) marks |= markBit(part);
    else if (/[\p{L}\p{N}]/u.test(part)) base = part.codePointAt(0) ?? 0;
  }
  return character === 'đ' ? { base: 'd'.codePointAt(0) ?? 0, marks: BAR } : { base, marks };
}

function markBit(mark: string): number {
  const index = COMBINING.indexOf(mark);
  return index === -1 ? OTHER : 2 ** index;
}
