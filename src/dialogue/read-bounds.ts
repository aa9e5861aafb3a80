import type { Sieve } from '../figures/limit.ts';
import { boundsIn } from './bounds-in.ts';
import type { Only } from './question.ts';
import type { Piece } from './sense.ts';

/** Nothing late at all: 0%, whatever the number of dossiers. */
const NONE: Sieve = { of: 'rate', bounds: [{ threshold: 0, side: 'below', inclusive: true }] };
/** No dossier at all. */
const NO_DOSSIERS: Sieve = { ...NONE, of: 'number' };
/** Some late, however few. */
const SOME: Sieve = { of: 'rate', bounds: [{ threshold: 0, side: 'above', inclusive: false }] };
/** Lateness beyond its limit breaks it. */
const BEYOND = /^(?:vuot|tren) /u;
const NEGATION = /^(?:khong|ko|hong|chua)$/u;
const DENIED = /^(?:khong|chua) /u;

/**
 * The "không" of "không có hồ sơ trễ hạn" sets a bound: none of them late. The one that ends a question ("có trễ hạn
 * không") does not.
 */
export function readBounds(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, at) => {
    const isNone = isNegation(piece) && deniesLateness(pieces.slice(at + 1));
    const isEmpty = isNegation(piece) && deniesDossiers(pieces.slice(at + 1));
    const sieve = isNone ? NONE : isEmpty ? NO_DOSSIERS : ofTarget(pieces, at);
    return sieve === null ? piece : { ...piece, sense: { kind: 'bound', sieve } };
  });
}

/** "Không đạt mục tiêu 1%": late dossiers keep it below the value, what is to be much from it on. */
function ofTarget(pieces: readonly Piece[], at: number): Sieve | null {
  const value = pieces[at];
  if (value?.sense?.kind !== 'aside' || !endsOnTarget(pieces.slice(0, at))) return null;
  const kept = byLimit(pieces.slice(0, at));
  if (kept === null) return null;
  const side = (kept === 'kept') === pieces.some(isToBeMuch) ? 'từ' : 'dưới';
  return boundsIn(`${side} ${value.text}`)[0]?.sieve ?? null;
}

function endsOnTarget(before: readonly Piece[]): boolean {
  return TARGET.test(before.at(-1)?.folded ?? '');
}

const TARGET = /(?:^| )(?:muc tieu|chi tieu|nguong)$/u;

function isToBeMuch({ sense }: Piece): boolean {
  return sense?.kind === 'metric' && sense.metric !== 'overdue' && sense.metric !== 'dossiers';
}

/** The ones a ranking is asked for: beyond a value, or "không đạt mục tiêu"; null for all of them. */
export function readOnly(pieces: readonly Piece[]): Only | null {
  const first = pieces.find(({ sense }) => sense?.kind === 'bound');
  if (first?.sense?.kind === 'bound') return first.sense.sieve;
  return byLimit(pieces) ?? (asksHowMany(pieces) ? counted(pieces) : null);
}

/** The value one agency is held against ("Nha Trang có vượt 1% không"); "không có hồ sơ trễ hạn" sets none. */
export function readValue(pieces: readonly Piece[]): Only | null {
  const first = pieces.find(({ sense, text }) => sense?.kind === 'bound' && /\d/u.test(text));
  return first?.sense?.kind === 'bound' ? first.sense.sieve : null;
}

function byLimit(pieces: readonly Piece[]): Only | null {
  const at = pieces.findIndex(({ sense }) => sense?.kind === 'act' && sense.act === 'standing');
  const standing = pieces[at];
  if (standing === undefined) return null;
  const before = pieces[at - 1];
  const isDenied = DENIED.test(standing.folded) || (before !== undefined && isNegation(before));
  return BEYOND.test(standing.folded) === isDenied ? 'kept' : 'broken';
}

/** "Bao nhiêu sở trễ hạn": those with anything late; "có bao nhiêu xã": all of them. */
function counted(pieces: readonly Piece[]): Only | null {
  if (pieces.some(({ sense }) => sense?.kind === 'order' || sense?.kind === 'most')) return null;
  const metrics = pieces.flatMap(({ sense }) => (sense?.kind === 'metric' ? [sense.metric] : []));
  if (metrics.length === 0) return 'every';
  return metrics.includes('overdue') ? SOME : null;
}

/** "bao nhiêu xã", "mấy đơn vị". */
function asksHowMany(pieces: readonly Piece[]): boolean {
  return pieces.some(({ sense, folded }, at) => {
    if (sense?.kind === 'anyone') return HOW_MANY_UNITS.test(folded);
    return sense?.kind === 'level' && HOW_MANY.test(pieces[at - 1]?.folded ?? '');
  });
}

const HOW_MANY = /^(?:bao nhieu|bao nhiu|bn|may)$/u;
const HOW_MANY_UNITS = /^(?:bao nhieu|may) /u;

function isNegation({ sense, folded }: Piece): boolean {
  return sense?.kind === 'filler' && NEGATION.test(folded);
}

/** Whether the words lead to "trễ hạn" with nothing but "có", "hồ sơ", "nào" and the like in between. */
function deniesLateness(after: readonly Piece[]): boolean {
  const denied = after.find((piece) => !leadsOn(piece));
  return denied?.sense?.kind === 'metric' && denied.sense.metric === 'overdue';
}

/** "Chưa có hồ sơ nào", "không tiếp nhận hồ sơ": up to the end of what is said. */
function deniesDossiers(after: readonly Piece[]): boolean {
  return (
    after.some(({ sense }) => sense?.kind === 'metric') &&
    after.every((piece) => leadsOn(piece) || piece.sense?.kind === 'period')
  );
}

function leadsOn({ sense }: Piece): boolean {
  if (sense?.kind === 'metric') return sense.weak && sense.metric === 'dossiers';
  if (sense?.kind === 'act') return sense.act === 'continue';
  return sense?.kind === 'filler' || sense?.kind === 'which';
}
