/** A size in picture pixels, and whether the letters are strong (semibold). */
export type Font = { readonly size: number; readonly strong: boolean };

/** How wide a text is when drawn, in picture pixels. */
export type Measure = (text: string, font: Font) => number;

/** Enough for two marks above a capital and one below (Ặ, Ệ) without touching the next line. */
export function lineHeight(font: Font): number {
  return Math.ceil(font.size * 1.35);
}

/** The room a text may take, and what it is measured with. */
export type Room = {
  readonly width: number;
  readonly lines: number;
  readonly font: Font;
  readonly measure: Measure;
};

/** Words with their widths: measured once, however often lines are tried. */
type Words = readonly { readonly word: string; readonly width: number }[];

/**
 * The text in as few lines as fit, of about equal length; what is left over after the last line is cut with an
 * ellipsis.
 */
export function wrap(text: string, room: Room): readonly string[] {
  const words = unbroken(text, room).map((word) => ({
    word,
    width: room.measure(word, room.font),
  }));
  const space = room.measure(' ', room.font);
  const lines = fill(words, space, room.width);
  if (lines.length <= room.lines)
    return evened(words, space, room.width).map((line) => shorten(line, room));
  const kept = lines.slice(0, room.lines - 1);
  const rest = lines.slice(room.lines - 1).join(' ');
  return [...kept, rest].map((line) => shorten(line, room));
}

/** Numbers, Roman ones too, what is in brackets, and signs between two things. */
const CLINGING = /^(?:[\d(·→—–]|[IVX]+\b)/u;

/**
 * The pieces a line may break between: not at no-break spaces, with which a reply keeps a name together, not before
 * a number, which belongs to the word before it ("ngày 26/02/2024", "Cam Ranh 1,62%"), and never so that a line opens
 * with a "·" or an arrow. A piece wider than a line falls apart into its words again.
 */
function unbroken(text: string, { width, font, measure }: Room): readonly string[] {
  const pieces: string[] = [];
  for (const word of text
    .normalize('NFC')
    .trim()
    .split(/[ \t\n]+/u)) {
    const before = pieces.at(-1) ?? '';
    const joined = `${before} ${word}`;
    const clings = CLINGING.test(word) && !/(?:^|[·→—–])$/u.test(before);
    if (clings && measure(joined, font) <= width) pieces[pieces.length - 1] = joined;
    else pieces.push(word);
  }
  return pieces;
}

function fill(words: Words, space: number, width: number): readonly string[] {
  const lines: string[] = [];
  let used = Infinity;
  for (const { word, width: wide } of words) {
    if (used + space + wide <= width) {
      lines.push(`${lines.pop()} ${word}`);
      used += space + wide;
    } else {
      lines.push(word);
      used = wide;
    }
  }
  return lines;
}

/** The same number of lines in the narrowest column, so that no word is left alone on the last. */
function evened(words: Words, space: number, width: number): readonly string[] {
  const { length } = fill(words, space, width);
  let low = width / 2;
  let high = width;
  while (high - low > 2) {
    const middle = (low + high) / 2;
    if (fill(words, space, middle).length > length) low = middle;
    else high = middle;
  }
  return fill(words, space, high);
}

/** The text, cut at its end with an ellipsis when it is wider than the room. */
function shorten(text: string, { width, font, measure }: Omit<Room, 'lines'>): string {
  if (measure(text, font) <= width) return text;
  const letters = Array.from(text);
  return longest(letters.length, (count) => {
    const candidate = `${letters.slice(0, count).join('').trimEnd()}…`;
    return measure(candidate, font) <= width ? candidate : null;
  });
}

/** The text, cut at its front: of "UBND phường Cam Phúc Bắc" the end tells it from its neighbours. */
export function keepEnd(text: string, { width, font, measure }: Omit<Room, 'lines'>): string {
  const letters = Array.from(text.normalize('NFC').trim());
  if (measure(letters.join(''), font) <= width) return letters.join('');
  return longest(letters.length, (count) => {
    const candidate = `…${letters
      .slice(letters.length - count)
      .join('')
      .trimStart()}`;
    return measure(candidate, font) <= width ? candidate : null;
  });
}

/** The candidate with the most letters that fits, or the ellipsis alone. */
function longest(letters: number, candidate: (count: number) => string | null): string {
  let low = 0;
  let high = letters;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (candidate(middle) === null) high = middle - 1;
    else low = middle;
  }
  return low === 0 ? '…' : (candidate(low) ?? '…');
}
