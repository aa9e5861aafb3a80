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
  /** The months before, counted from dossiers too, newest first. */
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
/** One month more or less is chance, three are too long ago once something has changed. */
const RECENT_MONTHS = 2;
const STANDARD_ERRORS = 4n;

/**
 * What late dossiers a period will end with: those that are late now, and of those that fall due until then, and of those
 * still to come in at the pace of the period, the share that the agency finishes late (`presentShare`). The range is that with
 * the share of its best and of its worst month. All in whole dossiers; the least is rounded down, the most up. Null when
 * nothing was finished yet, or counts are missing.
 */
export function forecastOf(basis: ForecastBasis): Forecast | null {
  const { counts, dueByEnd } = basis;
  const lateNow = overdueTotal(counts);
  const share = presentShare(basis);
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

/**
 * How late the agency finishes now: as over the whole period, the most that is known, unless its last two months are another
 * story. Then what was before them says nothing of what comes.
 */
function presentShare({ counts, months }: ForecastBasis): LateShare | null {
  const whole = lateShare(counts);
  const recent = months.slice(0, RECENT_MONTHS);
  if (whole === null || recent.length < RECENT_MONTHS) return whole;
  const last = {
    late: recent.reduce((total, { late }) => total + late, 0),
    finished: recent.reduce((total, { finished }) => total + finished, 0),
  };
  return differ(last, whole) ? last : whole;
}

/** Whether two shares lie further apart than chance puts them: by more than four standard errors, in whole numbers. */
function differ(one: LateShare, other: LateShare): boolean {
  const [n, m] = [BigInt(one.finished), BigInt(other.finished)];
  const apart = BigInt(one.late) * m - BigInt(other.late) * n;
  const [late, all] = [BigInt(one.late + other.late), n + m];
  return apart * apart * all > STANDARD_ERRORS * STANDARD_ERRORS * late * (all - late) * n * m;
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
