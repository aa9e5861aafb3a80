import type { Counts } from '../figures/counts.ts';
import { overdueTotal, sum } from '../figures/rate.ts';

/** How many dossiers of an agency were done with in some time (finished, or late already), and how many of them late. */
export type LateShare = { readonly late: number; readonly decided: number };

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
  readonly dueByEnd: number;
};

/** Two months are no range. */
const FEWEST_MONTHS = 3;

/**
 * What late dossiers a period will end with: those that are late now, and of those that fall due until then, and of those
 * still to come in at the pace of the period, the share that the agency has finished late so far. The range is that with
 * the share of its best and of its worst month. All in whole dossiers; the least is rounded down, the most up. Null when
 * nothing was decided yet, or counts are missing.
 */
export function forecastOf(basis: ForecastBasis): Forecast | null {
  const { counts, dueByEnd } = basis;
  const lateNow = overdueTotal(counts);
  const share = lateShare(counts);
  const toCome = arrivals(basis);
  if (lateNow === null || share === null || toCome === null || counts.pending === null) return null;
  const handledNow = (counts.resolved ?? 0) + counts.pending;
  // What is to come counts like what came: some of it is decided by the end, the rest is under way.
  const undecided = BigInt(dueByEnd) + toCome.decided;
  const late = (one: LateShare, round: Round) =>
    lateNow + Number(round(undecided * BigInt(one.late), BigInt(one.decided)));
  const shares = basis.months.filter(({ decided }) => decided > 0);
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
    handled: handledNow + Number(toCome.all),
    lateNow,
    dueByEnd,
  };
}

/** How many of the dossiers that were done with were late: finished late, or late and still under way. */
export function lateShare(counts: Counts): LateShare | null {
  const late = overdueTotal(counts);
  const decided = sum(counts, ['resolved', 'pendingOverdue']);
  return late === null || decided === null || decided === 0 ? null : { late, decided };
}

/** New dossiers until the end at the pace so far, and how many of them will be decided, as of those that came. */
function arrivals({ counts, days }: ForecastBasis): { all: bigint; decided: bigint } | null {
  const came = sum(counts, ['receivedOnline', 'receivedDirectOrPostal']);
  const decided = sum(counts, ['resolved', 'pendingOverdue']);
  const handled = sum(counts, ['resolved', 'pending']);
  if (came === null || decided === null || handled === null || handled === 0) return null;
  const left = BigInt(Math.max(0, days.all - days.passed));
  const all = nearest(BigInt(came) * left, BigInt(Math.max(1, days.passed)));
  return { all, decided: nearest(all * BigInt(decided), BigInt(handled)) };
}

type Round = (numerator: bigint, denominator: bigint) => bigint;
const down: Round = (numerator, denominator) => numerator / denominator;
const up: Round = (numerator, denominator) => (numerator + denominator - 1n) / denominator;
const nearest: Round = (numerator, denominator) =>
  (numerator * 2n + denominator) / (denominator * 2n);
