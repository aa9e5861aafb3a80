import type { Bound } from '../figures/limit.ts';
import type { Only } from './question.ts';
import type { Piece } from './sense.ts';

/** Nothing late at all: 0%, whatever the number of dossiers. */
const NONE: Bound = { threshold: 0, side: 'below', inclusive: true };
/** Lateness beyond its limit breaks it. */
const BEYOND = /^(?:vuot|tren) /u;
const NEGATION = /^(?:khong|ko|hong|chua)$/u;
const DENIED = /^(?:khong|chua) /u;

/**
 * The "không" of "không có hồ sơ trễ hạn" sets a bound: none of them late. The one that ends a question ("có trễ hạn
 * không") does not.
 */
export function readBounds(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, at) =>
    isNegation(piece) && deniesLateness(pieces.slice(at + 1))
      ? { ...piece, sense: { kind: 'bound', bound: NONE } }
      : piece,
  );
}

/** The ones a ranking is asked for: beyond a value, or "không đạt mục tiêu"; null for all of them. */
export function readOnly(pieces: readonly Piece[]): Only | null {
  const first = pieces.find(({ sense }) => sense?.kind === 'bound');
  if (first?.sense?.kind === 'bound') return first.sense.bound;
  const at = pieces.findIndex(({ sense }) => sense?.kind === 'act' && sense.act === 'standing');
  const standing = pieces[at];
  if (standing === undefined) return null;
  const before = pieces[at - 1];
  const isDenied = DENIED.test(standing.folded) || (before !== undefined && isNegation(before));
  return BEYOND.test(standing.folded) === isDenied ? 'kept' : 'broken';
}

function isNegation({ sense, folded }: Piece): boolean {
  return sense?.kind === 'filler' && NEGATION.test(folded);
}

/** Whether the words lead to "trễ hạn" with nothing but "có", "hồ sơ", "nào" and the like in between. */
function deniesLateness(after: readonly Piece[]): boolean {
  const denied = after.find((piece) => !leadsOn(piece));
  return denied?.sense?.kind === 'metric' && denied.sense.metric === 'overdue';
}

function leadsOn({ sense }: Piece): boolean {
  if (sense?.kind === 'metric') return sense.weak && sense.metric === 'dossiers';
  if (sense?.kind === 'act') return sense.act === 'continue';
  return sense?.kind === 'filler' || sense?.kind === 'which';
}
