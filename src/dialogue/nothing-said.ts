import { isLittle, isSingle } from './little-words.ts';
import type { AgencyLookup } from './read-agencies.ts';
import { readPieces } from './read-pieces.ts';
import type { Piece, Sense } from './sense.ts';

/** Words by themselves behind a command that ask for its answer, or say no more than please. */
const ASKING: ReadonlySet<string> = new Set(
  'sao gi nao di nhe nhi a xem voi luon roi chua khong ko k giup gium vay the ntn bn ha may'.split(
    ' ',
  ),
);

/**
 * Whether everyday words are all that was said, and none of them asks for anything ("chi", "nha", "cao"), or together
 * they nearly make a name ("Lâm ơn").
 */
export function isNothingSaid(text: string, { names, finder, context }: AgencyLookup): boolean {
  const pieces = readPieces(text, [], names);
  if (pieces.length === 0 || !pieces.every(saysNothing)) return false;
  if (finder.find(text, context).kind !== 'unknown') return true;
  return pieces.every(isSingle) && !pieces.every(({ folded }) => ASKING.has(folded));
}

/** "Ai", "và", "của": they join what was said, or ask of whom. */
const JOINING: ReadonlySet<Sense['kind']> = new Set<Sense['kind']>(['anyone', 'link', 'of']);

function saysNothing(piece: Piece): boolean {
  const { sense } = piece;
  if (sense?.kind === 'act') return sense.act === 'help' || isLittle(piece);
  if (sense !== null && JOINING.has(sense.kind)) return true;
  return isLittle(piece) && sense?.kind !== 'metric';
}
