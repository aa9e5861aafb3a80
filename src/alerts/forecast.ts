import type { Counts } from '../figures/counts.ts';
import { overdueTotal, sum } from '../figures/rate.ts';

/** How many dossiers an agency finished in some time, and how many of them late. */
export type LateShare = { readonly late: number; readonly finished: number };

/** What is known of a running period, and of the agency's past. */
export type ForecastBasis = {
  /** As of now, counted from dossiers. */
  readonly counts: Counts;
  /** Under way, not late yet, and due before the period ends. */
  readonly dueByEnd: number;
  /** Days of the period that have passed, and all of them. */
  readonly days: { readonly passed: number; readonly all: number };
  /** The months before, counted from dossiers too. */
  readonly months: readonly LateShare[];
};

/** Late and handled dossiers at the end of a period, as they would be if the agency goes on as it has. */
export type Forecast = {
  readonly overdue: number;
  /** As in its best and its worst month; null when too few months are known to tell. */
  readonly range: { readonly least: number; readonly most: number } | null;
  readonly handled: number;
  /** Late already; none of them can be undone. */
  readonly lateNow: number;
  readonly handledNow: number;
  readonly dueByEnd: number;
};

/** Two months are no range. */
const FEWEST_MONTHS = 3;

/**
 * What late dossiers a period will end with: those that are late now, and of those that fall due until then, and of those
 * still to come in at the pace of the period, the share that the agency has finished late so far. The range is that with
 * the share of its best and of its worst month. All in whole dossiers; the least is rounded down, the most up. Null when
 * nothing was finished yet, or counts are missing.
 */
export function forecastOf(basis: ForecastBasis): Forecast | null {
  const { counts, dueByEnd } = basis;
  const lateNow = overdueTotal(counts);
  const share = lateShare(counts);
  const toCome = stillToCome(basis);
  if (lateNow === null || share === null || toCome === null || counts.pending === null) return null;
  // As many as are under way now will be at the end; of what is still to come the rest falls due before.
  const { pending } = counts;
  const under = BigInt(pending - (counts.pendingOverdue ?? 0));
  const undecided = BigInt(dueByEnd) + (toCome > under ? toCome - under : 0n);
  const handledNow = (counts.resolved ?? 0) + pending;
  const late = (one: LateShare, round: Round) =>
    lateNow + Number(round(undecided * BigInt(one.late), BigInt(one.finished)));
  const shares = basis.months.filter(({ finished }) => finished > 0);
  const all = [share, ...shares];
  return {
    overdue: late(share, nearest),
    range:
      shares.length < FEWEST_MONTHS
        ? null
        : {
            least: Math.min(...all.map((one) => late(one, down))),
            most: Math.max(...all.map((one) => late(one, up))),
          },
    handled: handledNow + Number(toCome),
    lateNow,
    handledNow,
    dueByEnd,
  };
}

/** How many of the finished dossiers were late; null when none was finished, or the source does not say. */
export function lateShare({ resolved, resolvedOverdue }: Counts): LateShare | null {
  if (resolved === null || resolvedOverdue === null || resolved === 0) return null;
  return { late: resolvedOverdue, finished: resolved };
}

/** New dossiers until the end, at the pace so far. */
function stillToCome({ counts, days }: ForecastBasis): bigint | null {
  const came = sum(counts, ['receivedOnline', 'receivedDirectOrPostal']);
  if (came === null) return null;
  const left = BigInt(Math.max(0, days.all - days.passed));
  return nearest(BigInt(came) * left, BigInt(Math.max(1, days.passed)));
}

type Round = (numerator: bigint, denominator: bigint) => bigint;
const down: Round = (numerator, denominator) => numerator / denominator;
const up: Round = (numerator, denominator) => (numerator + denominator - 1n) / denominator;
const nearest: Round = (numerator, denominator) =>
  (numerator * 2n + denominator) / (denominator * 2n);
