import type { Agency } from '../agencies/agency.ts';
import type { AgencyLookup } from './read-agencies.ts';
import type { FieldRead, Piece } from './sense.ts';

/** The names of fields are long, people's words for them are not. */
const MOST_PIECES = 10;

/** Some successive pieces, from the first to before the last. */
export type Stretch = { readonly from: number; readonly to: number };

/** Where a field is named, and how. */
export type FieldFound = Pick<FieldRead, 'isSaid' | 'rival'> & { readonly stretch: Stretch };

/** How many pieces, from one on, are words of a known field; 0 = none. */
export function longestKnown(
  pieces: readonly Piece[],
  from: number,
  { fields }: AgencyLookup,
): number {
  const most = pieces.slice(from, from + MOST_PIECES);
  const end = most.findIndex(
    ({ folded }) => !folded.split(' ').every((word) => fields.index.hasWord(word)),
  );
  for (let length = end === -1 ? most.length : end; length > 0; length -= 1) {
    if (fields.index.named(textOf(most.slice(0, length))).length > 0) return length;
  }
  return 0;
}

/** Pieces that may be a name, from one on. */
export function nameBehind(pieces: readonly Piece[], from: number): readonly Piece[] {
  const rest = pieces.slice(from);
  const end = rest.findIndex((piece) => !mayBeInName(piece));
  return end === -1 ? rest : rest.slice(0, end);
}

/** The same, up to one. */
export function nameBefore(pieces: readonly Piece[], to: number): readonly Piece[] {
  const before = pieces.slice(0, to);
  return before.slice(before.findLastIndex((piece) => !mayBeInName(piece)) + 1);
}

/** Whether a piece is no phrase of the grammar, or is a level or an agency. */
export function mayBeInName({ sense }: Piece): boolean {
  return sense === null || sense.kind === 'level' || sense.kind === 'agency';
}

/** The agency that words name without doubt. */
export function agencyNamed(text: string, { finder, context }: AgencyLookup): Agency | null {
  const finding = finder.readName(text, context);
  return finding?.kind === 'found' ? finding.agency : null;
}

/** The words of some pieces. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join(' ');
}
