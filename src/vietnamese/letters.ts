/**
 * A letter as it counts in comparing names: its base letter and the marks it carries, in one number. Spaces and
 * punctuation are not letters, so that "Nha Trang", "nhatrang" and "Nha-Trang" are the same letters.
 */
export type Letter = number;

const MARK_BITS = 10;
const MARKS = 2 ** MARK_BITS - 1;
/** huyền, sắc, mũ, ngã, trăng, hỏi, móc, nặng; the ninth stands for the bar of đ, the tenth for any other mark. */
const COMBINING = '\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323';
const BAR = 2 ** 8;
const OTHER = 2 ** 9;

/** The letters and digits of a text, lower case; NFC and NFD give the same. */
export function lettersOf(text: string): readonly Letter[] {
  const letters: Letter[] = [];
  for (const character of text.toLowerCase().normalize('NFD')) {
    const last = letters.at(-1);
    if (/\p{M}/u.test(character)) {
      if (last !== undefined) letters[letters.length - 1] = last | markBit(character);
    } else if (character === 'đ') {
      letters.push(letter('d', BAR));
    } else if (/[\p{L}\p{N}]/u.test(character)) {
      letters.push(letter(character, 0));
    }
  }
  return letters;
}

/** The same letters without marks, as text. */
export function baseText(letters: readonly Letter[]): string {
  return String.fromCodePoint(...letters.map(baseOf));
}

/** The number of marks on all letters together. */
export function marksIn(letters: readonly Letter[]): number {
  return letters.reduce((sum, each) => sum + bitsIn(each & MARKS), 0);
}

/** Whether a typed letter may stand for a letter of a name: the same base, and no mark the name does not have. */
export function standsFor(typed: Letter, named: Letter): boolean {
  return baseOf(typed) === baseOf(named) && (typed & MARKS & ~named) === 0;
}

/** Which base letters occur, as a set of bits; different letters may share a bit. */
export function letterSet(letters: readonly Letter[]): number {
  return letters.reduce((set, each) => set | (1 << (baseOf(each) % 31)), 0);
}

/** How many bits of a whole number are set. */
export function bitsIn(number: number): number {
  let rest = number;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
}

function letter(base: string, marks: number): Letter {
  return (base.codePointAt(0) ?? 0) * 2 ** MARK_BITS + marks;
}

function baseOf(each: Letter): number {
  return Math.floor(each / 2 ** MARK_BITS);
}

function markBit(mark: string): number {
  const index = COMBINING.indexOf(mark);
  return index === -1 ? OTHER : 2 ** index;
}
