import type { Agency } from '../agencies/agency.ts';
import type { Period, PeriodAsked } from '../calendar/period.ts';
import { dayOf } from '../clock.ts';
import { pointsBetween } from '../figures/change.ts';
import { type Unlike, unlikenesses } from '../figures/like-for-like.ts';
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

/** A side held against the one before it that it is best seen beside. */
export type Held = {
  readonly side: Side;
  /** The first agency in the same period; for that agency itself its first period. */
  readonly base: Side;
  /** All that keeps the two from being alike; empty if they are, or if one has no rate. */
  readonly unlike: readonly Unlike[];
  /** The difference to `base` in hundredths of a point; null if one has no rate or they are not alike. */
  readonly points: number | null;
};

/** Sides in the order asked, and all but the first held against another. */
export type ComparisonAnswer = {
  readonly kind: 'comparison';
  readonly metric: Metric;
  readonly sides: readonly Side[];
  readonly held: readonly Held[];
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
  return {
    kind: 'comparison',
    metric: question.metric,
    sides,
    held: sides.flatMap((side) => heldAgainst(baseOf(side, sides), side)),
  };
}

/** What a side is held against: an agency beside another in one period, the further periods beside the first. */
function baseOf(side: Side, sides: readonly Side[]): Side | undefined {
  const [first] = sides;
  if (first === undefined || side.agency.id === first.agency.id) return first;
  // Each agency has as many sides as there are periods, in the same order.
  const nth = sides.filter(({ agency }) => agency.id === side.agency.id).indexOf(side);
  return sides.filter(({ agency }) => agency.id === first.agency.id)[nth];
}

function heldAgainst(base: Side | undefined, side: Side): readonly Held[] {
  if (base === undefined || base === side) return [];
  const [a, b] = [basisOfSide(base), basisOfSide(side)];
  if (a === null || b === null) return [{ side, base, unlike: [], points: null }];
  const unlike = unlikenesses(a, b);
  const points = unlike.length === 0 ? pointsBetween(a.rate, b.rate) : null;
  return [{ side, base, unlike, points }];
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
