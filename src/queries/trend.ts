import type { Agency } from '../agencies/agency.ts';
import { comparePeriods } from '../calendar/period-order.ts';
import type { Period } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { areAlike } from '../figures/like-for-like.ts';
import type { Metric } from '../figures/metric.ts';
import type { Knowledge } from './knowledge.ts';
import { basisOf, type RateState, snapshotOf } from './rate.ts';
import { ratesByPeriod } from './rates-by-period.ts';
import { type Provisional, timelinessOf } from './timeliness.ts';

/** A rate at the end of a period. `joined`: it can be compared with the point before (same length and part, formula, scope). */
export type TrendPoint = {
  readonly period: Period;
  readonly state: RateState;
  readonly joined: boolean;
  /** Its period runs, or its figures stop short of the end; null = final. */
  readonly provisional: Provisional | null;
};

/** A metric of an agency over time; no points = no figures at all. */
export type TrendAnswer = {
  readonly kind: 'trend';
  readonly agency: Agency;
  readonly metric: Metric;
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
  /** Even the newest point ended more than a year ago. */
  readonly stale: boolean;
};

/** Answers /dien-bien: every period with a rate, in order; points that are not alike are not joined. */
export async function askTrend(
  knowledge: Knowledge,
  question: { readonly agency: Agency; readonly metric: Metric },
): Promise<TrendAnswer> {
  const rates = await ratesByPeriod(knowledge, question.agency, question.metric);
  const sorted = rates
    .map(({ key, state }) => ({ period: parsePeriodKey(key), state }))
    .toSorted((a, b) => comparePeriods(a.period, b.period));
  const timelinessAt = ({ state }: Point) =>
    timelinessOf(knowledge, [snapshotOf(state)], { isPeriodNamed: false });
  const points = sorted.map((point, index) => ({
    ...point,
    joined: isLike(sorted[index - 1], point),
    provisional: timelinessAt(point).provisional,
  }));
  const last = sorted.at(-1);
  const stale = last !== undefined && timelinessAt(last).stale;
  return { kind: 'trend', agency: question.agency, metric: question.metric, points, stale };
}

type Point = { readonly period: Period; readonly state: RateState };

function isLike(before: Point | undefined, point: Point): boolean {
  const a = before === undefined ? null : basisOf(before.period, before.state);
  const b = basisOf(point.period, point.state);
  return a !== null && b !== null && areAlike(a, b);
}
