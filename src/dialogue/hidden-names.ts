import type { Agency } from '../agencies/agency.ts';
import { type Finding, nearestIn } from '../agencies/finding.ts';
import { fold, foldJoined, hasMarks } from '../vietnamese/fold.ts';
import { isLittle, isSingle } from './little-words.ts';
import type { AgencyLookup } from './read-agencies.ts';
import type { RunRead } from './read-agencies.ts';
import type { Piece } from './sense.ts';

/** Words that were read as everyday words, and together nearly make a name ("nha tra", "phuong hoi"). */
export type HiddenName = {
  readonly text: string;
  /** Whom the same words mean without those that were taken for everyday words; null where all are spelled right. */
  readonly otherwise: readonly Agency[] | null;
};

/** The pieces of a sentence, names that everyday words had hidden among them as pieces nothing was made of. */
export type WithHiddenNames = {
  readonly pieces: readonly Piece[];
  readonly hidden: readonly HiddenName[];
};

const MOST_WORDS = 6;
/** Fewer letters of everyday words are near to nearly any name. */
const FEWEST_LETTERS = 5;
const CAPITALISED = /^\p{Lu}\p{Ll}*$/u;
/** What may stand between the words of a name. */
const WITHIN_NAME = /^[\s().-]*$/u;

/**
 * One letter off, a word of a name may be a word of everyday ("Nha Tra", "phuong hoi", "Cam Hiep bac"). Where such words
 * and those beside them are no name as they stand, but together nearly one, they are handed on as one piece.
 */
export function withHiddenNames(
  text: string,
  pieces: readonly Piece[],
  lookup: AgencyLookup,
): WithHiddenNames {
  const all: Piece[] = [];
  const hidden: HiddenName[] = [];
  for (const stretch of stretchesOf(text, pieces)) {
    const found = stretch.some(isSlight) ? hiddenIn(text, stretch, lookup) : null;
    all.push(...(found === null ? stretch : [...found.before, found.piece, ...found.after]));
    if (found !== null) hidden.push(found.name);
  }
  return { pieces: all, hidden };
}

/** A name that is only nearly one is never answered for certain: people choose between it and what is read without it. */
export function askingHidden(run: RunRead, hidden: readonly HiddenName[]): RunRead {
  if (hidden.length === 0) return run;
  const mentions = run.mentions.map((mention) => {
    const name = hidden.find(({ text }) => mention.text.includes(text));
    const { finding } = mention;
    if (name?.otherwise == null || finding.kind === 'unknown') return mention;
    const candidates = [...new Set([...nearestIn(finding), ...name.otherwise])];
    return { ...mention, finding: { kind: 'ask', candidates } as const };
  });
  return { ...run, mentions };
}

/** Rows of pieces that may be parts of one name, and every other piece by itself. */
function stretchesOf(text: string, pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const stretches: Piece[][] = [];
  for (const piece of pieces) {
    const before = stretches.at(-1)?.at(-1);
    const isNext =
      before !== undefined &&
      mayBePart(before) &&
      mayBePart(piece) &&
      WITHIN_NAME.test(text.slice(before.end, piece.start));
    if (isNext) stretches.at(-1)?.push(piece);
    else stretches.push([piece]);
  }
  return stretches;
}

function mayBePart(piece: Piece): boolean {
  const kind = piece.sense?.kind ?? null;
  return kind === null || kind === 'level' || isSlight(piece);
}

/** A word with its marks is what it looks like. */
function isSlight(piece: Piece): boolean {
  return isSingle(piece) && !hasMarks(piece.text) && isLittle(piece);
}

type Found = {
  readonly before: readonly Piece[];
  readonly piece: Piece;
  readonly after: readonly Piece[];
  readonly name: HiddenName;
};

/** The longest part of a stretch that is nearly a name; at either end only everyday words are left out. */
function hiddenIn(text: string, stretch: readonly Piece[], lookup: AgencyLookup): Found | null {
  if (stretch.length > MOST_WORDS) return null;
  const first = stretch.findIndex((piece) => !isSlight(piece));
  const last = stretch.findLastIndex((piece) => !isSlight(piece));
  for (let length = stretch.length; length > 1; length -= 1) {
    for (let start = 0; start + length <= stretch.length; start += 1) {
      const end = start + length;
      const isWhole = first === -1 || (start <= first && end > last);
      const part = stretch.slice(start, end);
      if (!isWhole || !part.some(isSlight)) continue;
      const name = nameOf(text, part, lookup);
      if (name !== null) {
        const piece = whole(text, part);
        return { before: stretch.slice(0, start), piece, after: stretch.slice(end), name };
      }
    }
  }
  return null;
}

function nameOf(text: string, part: readonly Piece[], lookup: AgencyLookup): HiddenName | null {
  const { finder, context } = lookup;
  const { text: words } = whole(text, part);
  if (part.some((_, at) => asksWhich(part, at))) return null;
  const rest = part.filter((piece) => !isSlight(piece));
  if (finder.readWithPlace(words, context) !== null) {
    // "Ba Ngoi moi" is a name, and so is "cac xa", which asks for each of them.
    return rest[0]?.sense === null ? { text: words, otherwise: null } : null;
  }
  if (!isNearlyName(words, part, lookup)) return null;
  const bare = rest.map((piece) => piece.text).join(' ');
  const other = bare === '' ? null : finder.find(bare, context);
  const isKnown = other !== null && other.kind !== 'unknown';
  return { text: words, otherwise: isKnown ? nearestIn(other) : [] };
}

/** "Phuong nao" asks which ward. */
function asksWhich(part: readonly Piece[], at: number): boolean {
  return part[at]?.sense?.kind === 'which' && part[at - 1]?.sense?.kind === 'level';
}

function isNearlyName(
  words: string,
  part: readonly Piece[],
  { finder, context }: AgencyLookup,
): boolean {
  if (isWrittenLikeName(part)) return true;
  if (foldJoined(words).length < FEWEST_LETTERS) return false;
  const finding = finder.find(words, context);
  return finding.kind !== 'unknown' || isNearby(words, part, finding);
}

/** "Ma Oi": who writes every word with a capital writes a name. */
function isWrittenLikeName(part: readonly Piece[]): boolean {
  return part.every(({ sense, text }) => sense?.kind === 'filler' && CAPITALISED.test(text));
}

/** "nha tra" is the beginning of a name; "phuong oi" is a level, and two letters off a commune of that kind. */
function isNearby(
  words: string,
  [first, second, ...more]: readonly Piece[],
  { nearest }: Extract<Finding, { kind: 'unknown' }>,
): boolean {
  if (first?.sense?.kind === 'level') {
    const isShort = more.length === 0 && second?.sense?.kind === 'filler';
    return isShort && nearest.some(({ level }) => level === 'commune');
  }
  const isOfNothingElse = [first, second, ...more].every((piece) => piece?.sense !== null);
  const typed = foldJoined(words);
  return (
    isOfNothingElse && nearest.some(({ shortName }) => foldJoined(shortName).startsWith(typed))
  );
}

function whole(text: string, part: readonly Piece[]): Piece {
  const [start, end] = [part[0]?.start ?? 0, part.at(-1)?.end ?? 0];
  const words = text.slice(start, end);
  return { text: words, folded: fold(words), start, end, sense: null };
}
