import type { Metric } from '../figures/metric.ts';
import type { RankedBy } from '../figures/tally.ts';
import type { Only } from './question.ts';
import { readOnly } from './read-bounds.ts';
import type { Piece, Sense } from './sense.ts';

const RATE = /^(?:ty le|ti le|tl|phan tram)$/u;
const NUMBER = /^(?:so|tong so|so luong|so ho so|so luong ho so)$/u;
const DOSSIERS = /^(?:ho so|hs)$/u;
/** "cao nhất" is said of a rate, "nhiều nhất" of dossiers. */
const MANY = /^(?:nhieu|nhiu|it)(?: nhat)?$/u;
const PENDING = /(?:^| )ton(?: |$)|(?:dang|chua) (?:giai quyet|xu ly|thu ly)/u;
const RESOLVED = /^(?:(?:da )?giai quyet|da xu ly)$/u;

/**
 * What an order goes by: "số hồ sơ trễ hạn nhiều nhất" and "nhiều hồ sơ trễ hạn nhất" count dossiers, "trễ hạn nhiều
 * nhất" and "tỷ lệ" do not. Of the balance ("tiếp nhận nhiều hồ sơ nhất") it is one of its numbers.
 */
export function readBy(pieces: readonly Piece[], metric: Metric | null): RankedBy | null {
  if (metric === 'dossiers') return numberOfBalance(pieces);
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
  if (only !== null) return { metric: metric === 'dossiers' ? null : metric, only };
  const isOfNumber = has(pieces, MANY) && has(pieces, /ho so$/u);
  return { metric: metric ?? (isOfNumber ? 'dossiers' : null), only };
}

function numberOfBalance(pieces: readonly Piece[]): RankedBy | null {
  if (has(pieces, PENDING)) return 'pending';
  if (has(pieces, RESOLVED)) return 'resolved';
  return countsDossiers(pieces) || has(pieces, /^tiep nhan/u) ? 'received' : null;
}

function countsDossiers(pieces: readonly Piece[]): boolean {
  return has(pieces, NUMBER) || (has(pieces, DOSSIERS) && has(pieces, MANY));
}

function has(pieces: readonly Piece[], words: RegExp): boolean {
  return pieces.some(({ sense, folded }) => isSaid(sense) && words.test(folded));
}

/** Not in a name, and no level: "số" is not "sở". */
function isSaid(sense: Sense | null): boolean {
  return sense !== null && sense.kind !== 'level';
}
