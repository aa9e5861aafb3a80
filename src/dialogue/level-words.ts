import type { AgencyLookup } from './read-agencies.ts';
import type { Act, Piece } from './sense.ts';

/** Whether a sentence says one of some deeds. */
export function hasAct(pieces: readonly Piece[], acts: readonly Act[]): boolean {
  return pieces.some(({ sense }) => sense?.kind === 'act' && acts.includes(sense.act));
}

/** Whether there is a level word at `at` with no name behind it. */
export function isBareLevel(pieces: readonly Piece[], at: number): boolean {
  if (pieces[at]?.sense?.kind !== 'level') return false;
  // "Trong 8 huyện thì Nha Trang …": what is counted, and what "thì" sets apart, is no part of a name.
  if (isNumber(pieces[at - 1]) || pieces[at + 1]?.folded === 'thi') return true;
  const next = pieces.slice(at + 1).find(({ sense }) => sense?.kind !== 'filler');
  return next?.sense !== null;
}

function isNumber(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.sense === null && /^\d{1,3}$/u.test(piece.text);
}

/** "xã Cam Lâm": a word for communes before what can be read as a district. */
export function isLevelOfDistrict(
  pieces: readonly Piece[],
  at: number,
  { finder, context }: AgencyLookup,
): boolean {
  const sense = pieces[at]?.sense;
  if (sense?.kind !== 'level' || sense.level !== 'commune') return false;
  const after = pieces.slice(at + 1);
  const end = after.findIndex((piece) => piece.sense !== null);
  const name = after.slice(0, end === -1 ? after.length : end);
  const finding = finder.readName(name.map(({ text }) => text).join(' '), context);
  return finding?.kind === 'found' && finding.agency.level === 'district';
}
