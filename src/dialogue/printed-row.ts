import type { Agency } from '../agencies/agency.ts';
import { communeGroupOf } from '../agencies/place.ts';
import type { AgencyLookup } from './read-agencies.ts';
import type { Piece } from './sense.ts';

/**
 * "Thuộc huyện Cam Lâm" at the head of a sentence is the row of the official table that counts the communes of Cam Lâm
 * together, and not the district.
 */
export function withPrintedRow(pieces: readonly Piece[], lookup: AgencyLookup): readonly Piece[] {
  const [first, level, ...after] = pieces;
  if (first?.folded !== 'thuoc' || level === undefined || !isOfDistricts(level)) return pieces;
  const end = after.findIndex(({ sense }) => sense !== null);
  const name = after.slice(0, end === -1 ? after.length : end);
  const group = communesOf(name, lookup);
  const last = name.at(-1);
  if (last === undefined || group === null) return pieces;
  const row: Piece = { ...first, end: last.end, sense: { kind: 'agency', agency: group } };
  return [row, ...after.slice(name.length)];
}

function isOfDistricts({ sense }: Piece): boolean {
  return sense?.kind === 'level' && sense.level === 'district';
}

function communesOf(
  name: readonly Piece[],
  { finder, context, directory }: AgencyLookup,
): Agency | null {
  const finding = finder.readName(name.map(({ text }) => text).join(' '), context);
  return finding?.kind === 'found' ? communeGroupOf(directory, finding.agency.id) : null;
}

/** "Chi nhánh đất đai các huyện": the branches are meant, the districts say where, which is everywhere. */
export function withoutPlaceOfBranches(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter(
    (piece, at) => !isPlaceOfBranches(piece, pieces.slice(0, at), pieces[at + 1]),
  );
}

function isPlaceOfBranches(
  piece: Piece,
  before: readonly Piece[],
  next: Piece | undefined,
): boolean {
  if (!isOfDistricts(piece) || next?.sense === null) return false;
  const said = before.findLast((one) => !isJoint(one))?.sense;
  return said?.kind === 'level' && said.level === 'branch' && isJoint(before.at(-1));
}

function isJoint(piece: Piece | undefined): boolean {
  return piece?.sense?.kind === 'each' || piece?.sense?.kind === 'of';
}
