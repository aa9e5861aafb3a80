import type { Agency } from '../agencies/agency.ts';
import type { ImpossiblePeriod, Period } from '../calendar/period.ts';
import { pointsBetween } from '../figures/change.ts';
import { type Unlike, unlikenesses } from '../figures/like-for-like.ts';
import type { Metric, OverdueFormula } from '../figures/metric.ts';
import { type Doubt, doubtsAbout } from './doubts.ts';
import { type Judgement, judgementOf } from './judgement.ts';
import type { Knowledge } from './knowledge.ts';
import { basisOf, type Rate, type RateState, snapshotOf } from './rate.ts';
import { ratesByPeriod } from './rates-by-period.ts';
import { pairsOf, type SidesAsked, sidesOf } from './sides.ts';
import { changesBetween, type StatedSideChange } from './stated-changes.ts';
import { type Timeliness, timelinessOf } from './timeliness.ts';

/** What is set side by side, and by which rate. */
export type ComparisonQuestion = SidesAsked & {
  readonly metric: Metric;
  readonly formula?: OverdueFormula | null;
};

/** One side of a comparison; `state` null = no figures for that agency and period. */
export type Side = {
  readonly agency: Agency;
  readonly period: Period | null;
  readonly state: RateState | null;
  /** Other rates of that period, where documents and formulas differ. */
  readonly beside: readonly Rate[];
  /** What its rate is held against; null where it has none, or nothing is ordered. */
  readonly judgement: Judgement | null;
  readonly timeliness: Timeliness;
  /** Where the period asked for has none: those that have, newest first. */
  readonly available: readonly Period[];
};

/** A side held against the one before it that it is best seen beside. */
type Held = {
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
  /** The only one asked for; null: whichever there are. */
  readonly formula: OverdueFormula | null;
  readonly sides: readonly Side[];
  readonly held: readonly Held[];
  /** What documents say of the change against a side that has no figures. */
  readonly stated: readonly StatedSideChange[];
  /** Years of a span asked for in which no side has figures. */
  readonly without: readonly Period[];
  /** The period asked for cannot be; null if it can. */
  readonly impossible: ImpossiblePeriod | null;
  /** What does not fit together in the figures of the sides. */
  readonly doubts: readonly Doubt[];
};

/** Answers /so-sanh: several agencies in one period, or one agency in several periods. */
export async function askComparison(
  knowledge: Knowledge,
  question: ComparisonQuestion,
): Promise<ComparisonAnswer> {
  const { metric } = question;
  const found = await sidesOf(knowledge, question, (agency) =>
    ratesByPeriod(knowledge, agency, question),
  );
  const sides = found.sides.map((side): Side => {
    const state = side.found?.state ?? null;
    return {
      agency: side.agency,
      period: side.period,
      state,
      beside: side.found?.beside ?? [],
      judgement: judgementOf(knowledge, side, { metric, state }),
      timeliness: timelinessOf(knowledge, state === null ? [] : [snapshotOf(state)], {
        isPeriodNamed: question.periods.length > 0,
      }),
      available: side.available,
    };
  });
  return {
    kind: 'comparison',
    metric,
    formula: question.formula ?? null,
    sides,
    held: pairsOf(sides).map(heldAgainst),
    stated: await changesBetween(knowledge, sides, metric),
    without: found.without,
    impossible: found.impossible,
    doubts: await doubtsAbout(
      knowledge,
      sides.flatMap(({ agency, state }) =>
        state === null ? [] : [{ agency, snapshot: snapshotOf(state) }],
      ),
    ),
  };
}

function heldAgainst({ side, base }: { readonly side: Side; readonly base: Side }): Held {
  const [a, b] = [basisOfSide(base), basisOfSide(side)];
  if (a === null || b === null) return { side, base, unlike: [], points: null };
  const unlike = unlikenesses(a, b);
  const points = unlike.length === 0 ? pointsBetween(a.rate, b.rate) : null;
  return { side, base, unlike, points };
}

function basisOfSide({ period, state }: Side) {
  return period === null || state === null ? null : basisOf(period, state);
}
