import type { Agency } from '../agencies/agency.ts';
import { comparePeriods } from '../calendar/period-order.ts';
import type { Period } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { areAlike, unlikeExtents } from '../figures/like-for-like.ts';
import type { Metric, OverdueFormula } from '../figures/metric.ts';
import type { CountedKind } from '../snapshots/counted.ts';
import { withoutSamples } from './choose-period.ts';
import { type Doubt, doubtsAbout } from './doubts.ts';
import { type Judgement, judgementOf } from './judgement.ts';
import type { Knowledge } from './knowledge.ts';
import { basisOf, type Rate, type RateState, snapshotOf } from './rate.ts';
import { ratesByPeriod } from './rates-by-period.ts';
import { type Timeliness, timelinessOf } from './timeliness.ts';

/** A rate at the end of a period. `joined`: it can be compared with the point before (same length and part, formula, scope). */
export type TrendPoint = {
  readonly period: Period;
  readonly state: RateState;
  /** Other rates of the period, where documents and formulas differ. */
  readonly beside: readonly Rate[];
  readonly joined: boolean;
  /** Its period runs, or its figures stop short of the end; null = final. */
  readonly provisional: Timeliness['provisional'];
  /** How it was counted where it was not reported; null = it was. */
  readonly counted: CountedKind | null;
};

/** A metric of an agency over time; no points = no figures at all. */
export type TrendAnswer = {
  readonly kind: 'trend';
  readonly agency: Agency;
  readonly metric: Metric;
  /** The only one asked for; null: whichever there are. */
  readonly formula: OverdueFormula | null;
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
  /** The days asked for, of which these are all points; null = all there are. */
  readonly within: Period | null;
  /** Periods with figures that were left out, newest first. */
  readonly outside: readonly Period[];
  /** What the newest point is held against; null where nothing is ordered for it. */
  readonly judgement: Judgement | null;
  /** Even the newest point ended more than a year ago. */
  readonly stale: boolean;
  /** What does not fit together in the points. */
  readonly doubts: readonly Doubt[];
};

/** What to follow over time; `within` null = all periods with figures. */
export type TrendQuestion = {
  readonly agency: Agency;
  readonly metric: Metric;
  readonly formula?: OverdueFormula | null;
  readonly within: Period | null;
};

/** Answers /dien-bien: every period with a rate, in order; points that are not alike are not joined. */
export async function askTrend(
  knowledge: Knowledge,
  question: TrendQuestion,
): Promise<TrendAnswer> {
  const { agency, metric, within } = question;
  const rates = await ratesByPeriod(knowledge, agency, question);
  const all = withoutSamples(rates)
    .map(({ key, state, beside }) => ({ period: parsePeriodKey(key), state, beside }))
    .toSorted((a, b) => comparePeriods(a.period, b.period));
  const sorted = all.filter(({ period }) => isWithin(period, within));
  const outside = all.filter((point) => !sorted.includes(point)).map(({ period }) => period);
  const timelinessAt = ({ state }: Point) =>
    timelinessOf(knowledge, [snapshotOf(state)], { isPeriodNamed: within !== null });
  const points = sorted.map((point, index) => ({
    ...point,
    joined: isLike(sorted[index - 1], point, metric),
    ...markOf(timelinessAt(point)),
  }));
  const last = sorted.at(-1);
  const stale = last !== undefined && timelinessAt(last).stale;
  const shown = points.map(({ state }) => ({ agency, snapshot: snapshotOf(state) }));
  return {
    kind: 'trend',
    agency,
    metric,
    formula: question.formula ?? null,
    points,
    within,
    outside: outside.toReversed(),
    judgement:
      last === undefined
        ? null
        : judgementOf(knowledge, { agency, period: last.period }, { metric, state: last.state }),
    stale,
    doubts: await doubtsAbout(knowledge, shown),
  };
}

function markOf({ provisional, counted }: Timeliness): Pick<TrendPoint, 'provisional' | 'counted'> {
  return { provisional, counted };
}

function isWithin({ from, to }: Period, within: Period | null): boolean {
  if (within === null) return true;
  const startsInside = Temporal.PlainDate.compare(within.from, from) <= 0;
  return startsInside && Temporal.PlainDate.compare(to, within.to) <= 0;
}

type Point = { readonly period: Period; readonly state: RateState };

/** Points of the index are of one set of rules, whose scope says so; it is no formula that documents would state. */
function isLike(before: Point | undefined, point: Point, metric: Metric): boolean {
  const a = before === undefined ? null : basisOf(before.period, before.state);
  const b = basisOf(point.period, point.state);
  if (a === null || b === null) return false;
  return metric === 'serviceIndex' ? unlikeExtents(a, b).length === 0 : areAlike(a, b);
}
