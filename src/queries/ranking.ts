import type { Agency } from '../agencies/agency.ts';
import type { Period, PeriodAsked } from '../calendar/period.ts';
import type { Fraction } from '../figures/fraction.ts';
import { type CountedMetric, type OverdueFormula, otherFormula } from '../figures/metric.ts';
import { type Entry, rank } from '../figures/ranking.ts';
import { handled, overdueTotal } from '../figures/rate.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Reading } from '../snapshots/store.ts';
import { type Ground, groundOf, type NoRanking } from './covered-periods.ts';
import type { Doubt } from './doubts.ts';
import type { Knowledge } from './knowledge.ts';
import { type Rate, type RateState, computedRate } from './rate.ts';
import { type Restated, saying } from './restatement.ts';
import type { Timeliness } from './timeliness.ts';

/**
 * Below this many handled dossiers one dossier moves the rate by a point: listed apart, not ranked.
 *
 * @internal Exported for tests.
 */
export const MINIMUM_VOLUME = 100;

/** Whom to rank by what; `period` null = the newest in which most of them have figures. */
export type RankingQuestion = {
  readonly agencies: readonly Agency[];
  readonly metric: CountedMetric;
  readonly order: 'worst' | 'best';
  readonly period: PeriodAsked | null;
  /** Null or absent: the default. */
  readonly formula?: OverdueFormula | null;
  /** 0 to rank even those with a single dossier; when absent, too few dossiers are not ranked. */
  readonly minimumVolume?: number;
};

/** `place` counts ties as the reports do: 1, 2, 2, 4; 0 for those too small to be ranked. */
export type Ranked = {
  readonly agency: Agency;
  readonly rate: Rate;
  readonly volume: number;
  readonly place: number;
};

/** Everyone asked about is in exactly one of the four lists, or did not exist in the period. */
export type RankingAnswer = {
  readonly kind: 'ranking';
  readonly metric: CountedMetric;
  /** The one asked for; null: the default. */
  readonly formula: OverdueFormula | null;
  readonly order: 'worst' | 'best';
  readonly period: Period;
  /** The tables it is made from. */
  readonly snapshots: readonly SnapshotHead[];
  readonly timeliness: Timeliness;
  readonly ranked: readonly Ranked[];
  /** Fewer dossiers than `minimumVolume`: too few to be ranked. */
  readonly small: readonly Ranked[];
  /** No dossier at all, 0/0: no rate, and not 0%. */
  readonly nothingArose: readonly Agency[];
  /** No figures in that period. */
  readonly missing: readonly Agency[];
  readonly minimumVolume: number;
  /** Rates that an earlier version of their table gave differently. */
  readonly restated: readonly (Restated<RateState> & { readonly agency: Agency })[];
  /** What does not fit together in their rows. */
  readonly doubts: readonly Doubt[];
};

/** Ranks agencies by a rate in one period and one scope: the newest period in which most of them have figures. */
export async function askRanking(
  knowledge: Knowledge,
  question: RankingQuestion,
): Promise<RankingAnswer | NoRanking> {
  const ground = await groundOf(knowledge, question);
  return ground.kind === 'noRanking' ? ground : placed(question, ground);
}

type Rated = Entry & { readonly agencyRow: Agency; readonly rate: Rate; readonly volume: number };

function placed(question: RankingQuestion, ground: Ground): RankingAnswer {
  const { metric, order, minimumVolume = MINIMUM_VOLUME } = question;
  const entries = ratedIn(ground, question);
  const highestFirst = (metric === 'overdue') === (order === 'worst');
  const ranking = rank(entries, {
    order: highestFirst ? 'highestFirst' : 'lowestFirst',
    minimumVolume,
  });
  const present = new Set(entries.map(({ agency }) => agency));
  const idle = ground.agencies.filter((agency) => isIdle(ground, agency, question));
  return {
    kind: 'ranking',
    metric,
    formula: question.formula ?? null,
    order,
    period: ground.period,
    snapshots: ground.snapshots,
    timeliness: ground.timeliness,
    ranked: ranking.ranked.map(({ entry, place }) => ranked(entry, place)),
    small: ranking.belowVolume.map((entry) => ranked(entry, 0)),
    minimumVolume,
    nothingArose: idle,
    missing: ground.agencies.filter((agency) => !present.has(agency.id) && !idle.includes(agency)),
    restated: restatedIn(ground, question),
    doubts: ground.doubts,
  };
}

type RateBy = Pick<RankingQuestion, 'metric' | 'formula'>;

function ratedIn({ agencies, readings }: Ground, by: RateBy): readonly Rated[] {
  return agencies.flatMap((agency): Rated[] => {
    const reading = readings.get(agency.id);
    const state = reading === undefined ? null : computedRate(by.metric, reading, by.formula);
    if (reading === undefined || state?.kind !== 'rate' || state.rate.fraction === null) return [];
    return [
      {
        agency: agency.id,
        agencyRow: agency,
        rate: state.rate,
        result: { kind: 'rate', fraction: state.rate.fraction },
        overdue: overdueTotal(reading.figure.counts),
        volume: volumeOf(reading, state.rate.fraction, by),
      },
    ];
  });
}

/** As many dossiers as a rate rests on; of another formula than the default these are its own. */
function volumeOf(
  { figure }: Reading,
  { denominator }: Fraction,
  { metric, formula = null }: RateBy,
): number {
  return otherFormula(formula, metric) === null
    ? (handled(figure.counts) ?? 0)
    : Number(denominator);
}

function restatedIn({ agencies, restated }: Ground, { metric, formula }: RateBy) {
  return agencies.flatMap((agency) => {
    const changed = restated.find(({ now }) => now.figure.agency === agency.id);
    if (changed === undefined) return [];
    const now = computedRate(metric, changed.now, formula);
    const before = computedRate(metric, changed.before, formula);
    const isSaidAnew = now !== null && before !== null && saying(now) !== saying(before);
    return isSaidAnew ? [{ agency, now, before }] : [];
  });
}

function isIdle({ readings }: Ground, { id }: Agency, { metric, formula }: RateBy): boolean {
  const reading = readings.get(id);
  return reading !== undefined && computedRate(metric, reading, formula)?.kind === 'nothingArose';
}

function ranked({ agencyRow, rate, volume }: Rated, place: number): Ranked {
  return { agency: agencyRow, rate, volume, place };
}
