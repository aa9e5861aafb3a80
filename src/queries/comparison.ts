import type { Agency } from '../agencies/agency.ts';
import type { Period, PeriodAsked } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import { pointsBetween } from '../figures/change.ts';
import { type Unlike, likeForLike } from '../figures/like-for-like.ts';
import type { Metric } from '../figures/metric.ts';
import { askedFor, choosePeriod } from './choose-period.ts';
import type { Knowledge } from './knowledge.ts';
import type { RateState } from './rate.ts';
import { figuresOf } from './rates-by-period.ts';

export type ComparisonQuestion = {
  readonly agencies: readonly Agency[];
  readonly periods: readonly PeriodAsked[];
  readonly metric: Metric;
};

/** One side of a comparison; `state` null = no figures for that agency and period. */
export type Side = {
  readonly agency: Agency;
  readonly period: Period | null;
  readonly state: RateState | null;
  /** What was asked for in vain, and what there is. */
  readonly available: readonly Period[];
};

/** Sides in the order asked, and for each pair with the first why they are not alike, if they are not. */
export type ComparisonAnswer = {
  readonly kind: 'comparison';
  readonly metric: Metric;
  readonly sides: readonly Side[];
  readonly unlike: readonly Unlike[];
  /** Difference of each further side to the first, in hundredths of a point; null if one has no rate or they are not alike. */
  readonly differences: readonly (number | null)[];
};

/** Answers /so-sanh: several agencies in one period, or one agency in several periods. */
export async function askComparison(
  knowledge: Knowledge,
  question: ComparisonQuestion,
): Promise<ComparisonAnswer> {
  const asked =
    question.periods.length > 0 ? question.periods : [await commonPeriod(knowledge, question)];
  const pairs = question.agencies.flatMap((agency) => asked.map((period) => ({ agency, period })));
  const sides = await Promise.all(pairs.map((pair) => sideOf(knowledge, question.metric, pair)));
  const pairsWithFirst = sides.slice(1).map((side) => against(sides[0], side));
  return {
    kind: 'comparison',
    metric: question.metric,
    sides,
    unlike: pairsWithFirst.flatMap(({ unlike }) => (unlike === null ? [] : [unlike])),
    differences: pairsWithFirst.map(({ points }) => points),
  };
}

/** A side held against the first one: the difference in points, or why there is none. */
function against(
  first: Side | undefined,
  side: Side,
): { unlike: Unlike | null; points: number | null } {
  const a = basisOf(first);
  const b = basisOf(side);
  if (a === null || b === null) return { unlike: null, points: null };
  const unlike = likeForLike(a, b);
  return { unlike, points: unlike === null ? pointsBetween(a.rate, b.rate) : null };
}

function basisOf(side: Side | undefined) {
  if (side?.state?.kind !== 'rate' || side.period === null) return null;
  const { rate } = side.state;
  return { period: side.period, formula: rate.formula, scope: rate.snapshot.scope, rate };
}

/** The newest period in which all agencies have a rate; failing that, each one's own newest is asked for. */
async function commonPeriod(
  knowledge: Knowledge,
  question: ComparisonQuestion,
): Promise<PeriodAsked | null> {
  const all = await Promise.all(
    question.agencies.map((agency) => figuresOf(knowledge, agency, question.metric)),
  );
  const shared = (all[0] ?? [])
    .map(({ key }) => key)
    .filter((key) => all.every((figures) => figures.some((figure) => figure.key === key)));
  const choice = choosePeriod(shared, null, dayOf(knowledge.clock.now()));
  return choice.kind === 'chosen' ? askedFor(choice.period) : null;
}

async function sideOf(
  knowledge: Knowledge,
  metric: Metric,
  { agency, period }: { readonly agency: Agency; readonly period: PeriodAsked | null },
): Promise<Side> {
  const figures = await figuresOf(knowledge, agency, metric);
  const available = figures.map(({ key }) => key);
  const choice = choosePeriod(available, period, dayOf(knowledge.clock.now()));
  if (choice.kind === 'none') {
    return { agency, period: choice.asked, state: null, available: available.map(parsePeriodKey) };
  }
  const state = figures.find(({ key }) => key === choice.key)?.state ?? null;
  return { agency, period: choice.period, state, available: [] };
}
