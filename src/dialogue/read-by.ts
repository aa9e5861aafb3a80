import type { Metric } from '../figures/metric.ts';
import type { PartTally, RankedBy } from '../figures/tally.ts';
import { CARRIED_OVER } from './carried-over.ts';
import type { Only } from './question.ts';
import { readOnly } from './read-bounds.ts';
import { saysInTimeAndLate } from './read-metric.ts';
import type { Piece, Sense } from './sense.ts';

const RATE = /^(?:ty le|ti le|tl|phan tram)$/u;
const NUMBER = /^(?:so|tong so|so luong|so ho so|so luong ho so)$/u;
const DOSSIERS = /^(?:ho so|hs)$/u;
/** "cao nhất" is said of a rate, "nhiều nhất" of dossiers. */
const MANY = /^(?:nhieu|nhiu|it)(?: nhat)?$/u;
/** "Còn mấy hồ sơ" are those not done yet. */
const STILL = /(?:^| )con (?:lai )?(?:bao nhieu|may) (?:ho so|hs)$/u;
const PENDING = /(?:^| )ton(?: |$)|^(?:dang|chua|khong) (?:giai quyet|xu ly|thu ly|xong|lam xong)/u;
const RESOLVED = /^(?:da )?(?:giai quyet|xu ly)(?: xong)?$/u;
/** Parts of the balance, the most particular first: "tồn kỳ trước" is no pending dossier of this period. */
const BALANCE_PARTS: readonly (readonly [PartTally, RegExp])[] = [
  ['carriedOver', CARRIED_OVER],
  ['receivedNew', /(?:^| )nhan moi|^(?:ho so )?moi (?:tiep )?nhan|^tiep nhan trong ky/u],
  ['receivedDirectOrPostal', /(?:^| )truc tiep/u],
  ['pendingWithin', /(?:^| )trong han$|^(?:con|chua den|chua toi) han$|^chua den hen$/u],
];
/** "Giải quyết trễ hạn" is said of all that are late; only "đã" and "xong" leave out those not resolved yet. */
const SURELY_RESOLVED = /^(?:da .*|.* xong)$/u;
const BOTH = /^(?:da va dang|dang va da) /u;
const EARLY = /^(?:som|truoc) (?:han|hen)$/u;
const HOW_MANY = /^(?:bao nhieu|bao nhiu|bn|bnhieu|may)$/u;

/**
 * What an order goes by: "số hồ sơ trễ hạn nhiều nhất" and "nhiều hồ sơ trễ hạn nhất" count dossiers, "trễ hạn nhiều
 * nhất" and "tỷ lệ" do not. Of the balance ("tiếp nhận nhiều hồ sơ nhất") it is one of its numbers, and of what is
 * late ("đang giải quyết trễ hạn") one of its parts: these have no rate of their own.
 */
export function readBy(pieces: readonly Piece[], metric: Metric | null): RankedBy | null {
  if (metric === 'dossiers') return numberOfBalance(pieces);
  const part = partOf(pieces, metric);
  if (part !== null) return part;
  if (has(pieces, RATE)) return 'rate';
  return countsDossiers(pieces) ? 'count' : null;
}

/**
 * The metric of a ranking and whom it is narrowed to. "Số hồ sơ nhiều nhất" with no other metric is about all
 * dossiers; those with "hồ sơ trên 1%" are meant by what is late.
 */
export function readRanked(
  pieces: readonly Piece[],
  metric: Metric | null,
): { readonly metric: Metric | null; readonly only: Only | null } {
  const only = readOnly(pieces);
  if (only !== null) {
    const isOfRate = typeof only === 'string' || only.of === 'rate';
    return { metric: isOfRate && metric === 'dossiers' ? null : metric, only };
  }
  const isOfNumber = has(pieces, MANY) && has(pieces, /ho so$/u);
  return { metric: metric ?? (isOfNumber ? 'dossiers' : null), only };
}

/** The words that ask for a part of what is late or was resolved in time; empty when none do. */
export function partText(pieces: readonly Piece[]): string {
  return pieces
    .filter(saysPart)
    .map(({ text }) => text)
    .join(' ');
}

function saysPart({ sense, folded }: Piece): boolean {
  if (!isSaid(sense)) return false;
  const isOfBalance = BALANCE_PARTS.some(([, words]) => words.test(folded));
  return isOfBalance || EARLY.test(folded) || PENDING.test(folded) || isSurelyResolved(folded);
}

function partOf(pieces: readonly Piece[], metric: Metric | null): PartTally | null {
  if (metric === 'onTime') return has(pieces, EARLY) ? 'resolvedEarly' : null;
  if (metric !== 'overdue') return null;
  const isPending = has(pieces, PENDING);
  const isResolved = pieces.some(({ sense, folded }) => isSaid(sense) && isSurelyResolved(folded));
  if (isPending === isResolved) return null;
  return isPending ? 'pendingOverdue' : 'resolvedOverdue';
}

function isSurelyResolved(folded: string): boolean {
  return RESOLVED.test(folded) && SURELY_RESOLVED.test(folded) && !BOTH.test(folded);
}

function numberOfBalance(pieces: readonly Piece[]): RankedBy | null {
  if (saysInTimeAndLate(pieces)) return 'pending';
  const part = BALANCE_PARTS.find(([, words]) => has(pieces, words));
  if (part !== undefined) return part[0];
  if (has(pieces, PENDING) || has(pieces, STILL)) return 'pending';
  if (has(pieces, RESOLVED)) return 'resolved';
  return countsDossiers(pieces) || has(pieces, /^(?:da )?(?:tiep )?nhan/u) ? 'received' : null;
}

function countsDossiers(pieces: readonly Piece[]): boolean {
  if (has(pieces, NUMBER) || has(pieces, STILL) || (has(pieces, DOSSIERS) && has(pieces, MANY)))
    return true;
  return pieces.some(
    ({ folded }, at) => HOW_MANY.test(folded) && DOSSIERS.test(pieces[at + 1]?.folded ?? ''),
  );
}

function has(pieces: readonly Piece[], words: RegExp): boolean {
  return pieces.some(({ sense, folded }) => isSaid(sense) && words.test(folded));
}

/** Not in a name, and no level: "số" is not "sở". */
function isSaid(sense: Sense | null): boolean {
  return sense !== null && sense.kind !== 'level';
}
