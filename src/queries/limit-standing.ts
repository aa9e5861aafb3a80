import type { Agency } from '../agencies/agency.ts';
import { judgedLevel } from '../agencies/judged-level.ts';
import type { Period } from '../calendar/period.ts';
import type { Counts } from '../figures/counts.ts';
import { headroom, neededToGetBack } from '../figures/headroom.ts';
import { isKept, type Limit } from '../figures/limit.ts';
import type { CountedMetric } from '../figures/metric.ts';
import type { Reading } from '../snapshots/store.ts';
import type { Knowledge } from './knowledge.ts';
import type { Rate, RateState } from './rate.ts';

/** Where a rate stands against a limit. */
export type LimitStanding = {
  readonly limit: Limit;
  readonly kept: boolean;
  /** How many more dossiers may become late while the limit is kept; null without counts or when it is not kept. */
  readonly headroom: number | null;
  /** How many further on-time dossiers bring it back under the limit; null without counts or when it is kept. */
  readonly needed: number | null;
};

/** A rate with where it stands against the limits that hold for it, mildest first. */
export type RateWithStandings = {
  readonly state: RateState;
  readonly standings: readonly LimitStanding[];
};

/** The limits on overdue rates that hold for the agency (a total is held to what its members are). */
export function limitsFor(
  { targets }: Knowledge,
  { agency, metric }: { readonly agency: Agency; readonly metric: CountedMetric },
  period: Period,
): readonly Limit[] {
  if (metric !== 'overdue') return [];
  const level = judgedLevel(agency);
  return targets.limitsOn({ subject: metric, level, year: period.to.year });
}

/** Holds each rate against the limits, by the counts it was computed from. */
export function withStandings(
  rates: readonly RateState[],
  limits: readonly Limit[],
  readings: readonly Reading[],
): readonly RateWithStandings[] {
  return rates.map((state) => ({
    state,
    standings:
      state.kind === 'rate'
        ? standingsOf(limits, state.rate, countsBehind(state.rate, readings))
        : [],
  }));
}

/** The counts a rate was computed from; null for one that was only published. */
function countsBehind({ snapshot }: Rate, readings: readonly Reading[]): Counts | null {
  return readings.find((reading) => reading.snapshot.id === snapshot.id)?.figure.counts ?? null;
}

/** Compares an overdue rate with each limit, mildest first. */
function standingsOf(
  limits: readonly Limit[],
  rate: Rate,
  counts: Counts | null,
): readonly LimitStanding[] {
  const counted = rate.formula === 'OVERDUE_TOTAL_OVER_HANDLED' ? counts : null;
  return limits.map((limit) => {
    const kept = isKept(limit, rate);
    return {
      limit,
      kept,
      headroom: counted !== null && kept ? headroom(counted, limit.threshold) : null,
      needed: counted !== null && !kept ? neededToGetBack(counted, limit.threshold) : null,
    };
  });
}
