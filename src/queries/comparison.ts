import type { Agency } from '../agencies/agency.ts';
import type { Period, PeriodAsked } from '../calendar/period.ts';
import { dayOf } from '../clock.ts';
import { pointsBetween } from '../figures/change.ts';
import { type Unlike, likeForLike } from '../figures/like-for-like.ts';
import type { Metric } from '../figures/metric.ts';
import { askedFor, choosePeriod } from './choose-period.ts';
import type { Knowledge } from './knowledge.ts';
import { basisOf, type RateState } from './rate.ts';
import { ratesByPeriod } from './rates-by-period.ts';

/** What is set side by side: every agency in every period; without a period in one they have in common. */
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
  /** Where the period asked for has none: those that have, newest first. */
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
  const a = first === undefined ? null : basisOfSide(first);
  const b = basisOfSide(side);
  if (a === null || b === null) return { unlike: null, points: null };
  const unlike = likeForLike(a, b);
  return { unlike, points: unlike === null ? pointsBetween(a.rate, b.rate) : null };
}

function basisOfSide({ period, state }: Side) {
  return period === null || state === null ? null : basisOf(period, state);
}

/** The newest period in which all agencies have a rate; failing that, each one's own newest is asked for. */
async function commonPeriod(
  knowledge: Knowledge,
  { agencies, metric }: ComparisonQuestion,
): Promise<PeriodAsked | null> {
  const [first = [], ...others] = await Promise.all(
    agencies.map((agency) => ratesByPeriod(knowledge, agency, metric)),
  );
  const shared = first.filter(({ key }) =>
    others.every((rates) => rates.some((rate) => rate.key === key)),
  );
  const choice = choosePeriod(shared, null, dayOf(knowledge.clock.now()));
  return choice.kind === 'chosen' ? askedFor(choice.period) : null;
}

async function sideOf(
  knowledge: Knowledge,
  metric: Metric,
  { agency, period }: { readonly agency: Agency; readonly period: PeriodAsked | null },
): Promise<Side> {
  const rates = await ratesByPeriod(knowledge, agency, metric);
  const choice = choosePeriod(rates, period, dayOf(knowledge.clock.now()));
  return choice.kind === 'none'
    ? { agency, period: choice.asked, state: null, available: choice.available }
    : { agency, period: choice.period, state: choice.found.state, available: [] };
}
