import type { NameWords } from './name-words.ts';
import { phraseAt, type PhraseFound } from './phrase-index.ts';
import type { Piece, Sense } from './sense.ts';
import { type Word, wordsOf } from './words.ts';

/** Names have these words too ("các huyện", "thuộc huyện"), but beside a name they are worth more as themselves. */
const NEVER_IN_NAMES: ReadonlySet<Sense['kind']> = new Set(['level', 'each', 'of']);
/** Characters that end a name for certain, whatever stands around them. */
const BREAK = /[;!?\n]/u;
const CAPITALISED = /^\p{Lu}\p{Ll}+$/u;
/** Trễ, muộn, chậm, tồn, nhận as they look without marks, with a capital. */
const UNMARKED_METRIC = /^(?:Tre|Muon|Cham|Ton|Nhan)$/u;

/**
 * Cuts a sentence into pieces in order: `cuts` (periods and other parts already read), known phrases, and single
 * words that mean nothing yet. A one-word phrase inside an agency's name is left to the name ("và" in "Giáo dục và
 * Đào tạo", "nha" in "Nha Trang").
 */
export function readPieces(
  text: string,
  cuts: readonly Piece[],
  names: NameWords,
): readonly Piece[] {
  const inOrder = [...cuts].sort((left, right) => left.start - right.start);
  const pieces: Piece[] = [];
  let from = 0;
  for (const cut of inOrder) {
    pieces.push(...piecesBetween(text, { from, to: cut.start }, names), cut);
    from = cut.end;
  }
  return [...pieces, ...piecesBetween(text, { from, to: text.length }, names)];
}

function piecesBetween(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  names: NameWords,
): readonly Piece[] {
  const words = wordsOf(text.slice(from, to)).map((word) => ({
    ...word,
    start: word.start + from,
    end: word.end + from,
  }));
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length;) {
    const found = phraseOutsideNames(text, { words, at }, names);
    const length = found?.length ?? 1;
    pieces.push(pieceOf(text, words.slice(at, at + length), found));
    at += length;
  }
  return pieces;
}

type Place = { readonly words: readonly Word[]; readonly at: number };

function phraseOutsideNames(text: string, place: Place, names: NameWords): PhraseFound | null {
  const found = phraseAt(place.words, place.at);
  if (found === null || found.sense === null) return found;
  if (NEVER_IN_NAMES.has(found.sense.kind)) {
    return found.sense.kind === 'of' && endsOffice(text, place, names) ? null : found;
  }
  if (found.length > 1) return isFillerInName(text, place, { found, names }) ? null : found;
  return isWordOfName(text, place, { sense: found.sense, names }) ? null : found;
}

function isWordOfName(
  text: string,
  place: Place,
  { sense, names }: { readonly sense: Sense; readonly names: NameWords },
): boolean {
  if (sense.kind === 'metric' && isInWrittenName(text, place)) return true;
  return belongsToName(text, place, { names, isLink: sense.kind === 'link' });
}

/**
 * "Đảo Hòn Tre", "xã Tre Xanh": written with a capital and no mark amid other capitals it is part of a name, whether or
 * not anybody bears it.
 */
function isInWrittenName(text: string, { words, at }: Place): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  if (word === undefined || !UNMARKED_METRIC.test(word.text)) return false;
  const isBeside = (pair: readonly [Word | undefined, Word | undefined]) =>
    inOneBreath(text, pair, (left, right) => CAPITALISED.test(left) && CAPITALISED.test(right));
  const isNoPhrase = (index: number) => phraseAt(words, index) === null;
  if (at > 0 && isNoPhrase(at - 1) && isBeside([before, word])) return true;
  // The first word has a capital of its own.
  return at > 0 && isNoPhrase(at + 1) && isBeside([word, after]);
}

/** "Sở Thông tin", "Thông tin và Truyền thông": names have all these words side by side. */
function isFillerInName(
  text: string,
  { words, at }: Place,
  { found, names }: { readonly found: PhraseFound; readonly names: NameWords },
): boolean {
  if (found.sense?.kind !== 'filler') return false;
  const end = at + found.length;
  const areJoined = (from: number, to: number) =>
    words
      .slice(from, to)
      .every((word, index) =>
        inOneBreath(text, [word, words[from + index + 1]], (left, right) =>
          names.joins(left, right),
        ),
      );
  const isBehindName = at > 0 && areJoined(at - 1, at);
  return areJoined(at, end - 1) && (isBehindName || areJoined(end - 1, end + 1));
}

/** A joint ("và") needs a name's words on both sides; any other word one neighbour that names have beside it. */
function belongsToName(
  text: string,
  { words, at }: Place,
  { names, isLink }: { readonly names: NameWords; readonly isLink: boolean },
): boolean {
  const before = [words[at - 1], words[at]] as const;
  const after = [words[at], words[at + 1]] as const;
  const [joinsBefore, joinsAfter] = [before, after].map((pair) =>
    inOneBreath(text, pair, (left, right) => names.joins(left, right)),
  );
  if (isLink) {
    return (
      (joinsBefore === true && joinsAfter === true) || isAndInOffice(text, { words, at }, names)
    );
  }
  if (joinsBefore === true || joinsAfter === true) return true;
  // "Nha Tramg": the name is mistyped, yet its first word is no filler.
  return phraseAt(words, at + 1) === null && inOneBreath(text, after, (word) => names.has(word));
}

/** "Giao thông và Vận tải": an "và" that the name of the department does not have. */
function isAndInOffice(text: string, { words, at }: Place, names: NameWords): boolean {
  if (words[at]?.folded !== 'va') return false;
  return inOneBreath(text, [words[at - 1], words[at + 1]], (left, right) =>
    names.joinsByAnd(left, right),
  );
}

/** "so giao thong van tai": without marks the end of a department's name looks like "tại". */
function endsOffice(text: string, { words, at }: Place, names: NameWords): boolean {
  return inOneBreath(text, [words[at - 1], words[at]], (left, right) =>
    names.joinsByAnd(left, right),
  );
}

/** Whether something holds of two neighbouring words between which the sentence does not break. */
function inOneBreath(
  text: string,
  [left, right]: readonly [Word | undefined, Word | undefined],
  holds: (left: string, right: string) => boolean,
): boolean {
  if (left === undefined || right === undefined) return false;
  return !BREAK.test(text.slice(left.end, right.start)) && holds(left.text, right.text);
}

function pieceOf(text: string, words: readonly Word[], found: PhraseFound | null): Piece {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? start;
  return {
    text: text.slice(start, end),
    folded: words.map(({ folded }) => folded).join(' '),
    start,
    end,
    sense: found?.sense ?? null,
  };
}
