import type { AgencyLookup } from './read-agencies.ts';
import type { Piece } from './sense.ts';

/**
 * The words behind "lĩnh vực" name a field ("đất đai"), not an agency, up to where an agency's name begins. Fields
 * cannot be asked for one by one yet, so they are told as not heeded.
 */
export function withFieldNames(pieces: readonly Piece[], lookup: AgencyLookup): readonly Piece[] {
  const field = pieces.findIndex(({ sense }) => sense?.kind === 'act' && sense.act === 'field');
  if (field === -1) return pieces;
  const words = wordsFrom(pieces, field + 1);
  const length = words.findIndex((_, at) => beginsName(words.slice(at), lookup));
  const named = length === -1 ? words : words.slice(0, length);
  const [first] = named;
  const last = named.at(-1);
  if (first === undefined || last === undefined) return pieces;
  const text = named.map((piece) => piece.text).join(' ');
  const aside: Piece = { ...first, text, end: last.end, sense: { kind: 'aside' } };
  return [...pieces.slice(0, field + 1), aside, ...pieces.slice(field + 1 + named.length)];
}

function wordsFrom(pieces: readonly Piece[], start: number): readonly Piece[] {
  const rest = pieces.slice(start);
  const end = rest.findIndex(({ sense }) => sense !== null);
  return end === -1 ? rest : rest.slice(0, end);
}

function beginsName(words: readonly Piece[], { finder, context }: AgencyLookup): boolean {
  return words.some((_, at) => {
    const name = words.slice(0, at + 1).map(({ text }) => text);
    return finder.readName(name.join(' '), context) !== null;
  });
}
