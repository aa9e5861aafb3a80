import type { Agency } from '../agencies/agency.ts';
import {
  agencyNamed,
  type FieldFound,
  longestKnown,
  mayBeInName,
  nameBehind,
  type Stretch,
  textOf,
} from './field-stretch.ts';
import type { AgencyLookup } from './read-agencies.ts';
import type { Piece } from './sense.ts';

/** The words behind "lĩnh vực", wherever that is said. */
export function saidField(pieces: readonly Piece[], lookup: AgencyLookup): FieldFound | null {
  for (const [at, { sense }] of pieces.entries()) {
    if (sense?.kind !== 'act' || sense.act !== 'field') continue;
    const found = fieldBehind(pieces, at + 1, lookup);
    if (found !== null) return found;
  }
  return null;
}

/** The words from one on, known or not, up to where an agency's name begins. */
function fieldBehind(
  pieces: readonly Piece[],
  from: number,
  lookup: AgencyLookup,
): FieldFound | null {
  const behind = nameBehind(pieces, from);
  const certain = behind.findIndex(({ sense }) => sense?.kind === 'agency');
  const run = certain === -1 ? behind : behind.slice(0, certain);
  const known = longestKnown(pieces, from, lookup);
  if (known > 0 && known >= run.length) {
    const stretch = { from, to: from + known };
    return { stretch, isSaid: true, rival: bearerOf(pieces, stretch, lookup) };
  }
  const length = lengthBefore(run, known, lookup);
  return length === 0 ? null : { stretch: { from, to: from + length }, isSaid: true, rival: null };
}

/** How many pieces before the name of an agency are the field; 0 = all of them are the name, maybe with a slip in it. */
function lengthBefore(run: readonly Piece[], known: number, lookup: AgencyLookup): number {
  const { finder, context } = lookup;
  const whole = textOf(run);
  if (run.length === 0 || finder.readWithPlace(whole, context) !== null) return 0;
  const office = run.findIndex((_, at) => isOffice(run.slice(at), lookup));
  if (office > 0) return office;
  const isName = (words: string) => finder.find(words, context).kind !== 'unknown';
  if (known > 0 && isName(textOf(run.slice(known)))) return known;
  if (isName(whole)) return 0;
  const begins = run.findIndex((_, at) => beginsName(run.slice(at), lookup));
  return begins === -1 ? run.length : begins;
}

/** "Sở Y tế" behind "y tế dự phòng": said with its kind and up to the end, a name begins there and not before. */
function isOffice(words: readonly Piece[], lookup: AgencyLookup): boolean {
  return words[0]?.sense?.kind === 'level' && agencyNamed(textOf(words), lookup) !== null;
}

/** The agency that bears the name of a field ("lĩnh vực xây dựng": Sở Xây dựng), where no other is meant. */
function bearerOf(
  pieces: readonly Piece[],
  { from, to }: Stretch,
  lookup: AgencyLookup,
): Agency | null {
  const others = [...pieces.slice(0, from), ...pieces.slice(to)];
  const isNamed = others.some((piece) => mayBeInName(piece) || piece.sense?.kind === 'province');
  if (isNamed || lookup.fields.isTalk) return null;
  return agencyNamed(textOf(pieces.slice(from, to)), lookup);
}

function beginsName(words: readonly Piece[], { finder, context }: AgencyLookup): boolean {
  return words.some((_, at) => finder.readName(textOf(words.slice(0, at + 1)), context) !== null);
}
