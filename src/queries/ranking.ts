import type { Agency } from '../agencies/agency.ts';
import { existsDuring } from '../agencies/existence.ts';
import type { Period, PeriodAsked, PeriodKey } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import { type Entry, rank } from '../figures/ranking.ts';
import { handled, overdueTotal } from '../figures/rate.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Reading } from '../snapshots/store.ts';
import { uniqueBy } from '../unique-by.ts';
import { choosePeriod } from './choose-period.ts';
import type { Knowledge } from './knowledge.ts';
import { newestOfEach } from './newest.ts';
import { type CountedMetric, type Rate, computedRate } from './rate.ts';

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
};

/** `place` counts ties as the reports do: 1, 2, 2, 4; 0 for those too small to be ranked. */
export type Ranked = {
  readonly agency: Agency;
  readonly rate: Rate;
  readonly volume: number;
  readonly place: number;
};

/** Everyone asked about is in exactly one of the three lists, or did not exist in the period. */
export type RankingAnswer = {
  readonly kind: 'ranking';
  readonly metric: CountedMetric;
  readonly order: 'worst' | 'best';
  readonly period: Period;
  /** The tables it is made from. */
  readonly snapshots: readonly SnapshotHead[];
  readonly ranked: readonly Ranked[];
  /** Fewer dossiers than `minimumVolume`: too few to be ranked. */
  readonly small: readonly Ranked[];
  /** No figures in that period. */
  readonly missing: readonly Agency[];
  readonly minimumVolume: number;
};

/** In no period, or not in the one asked for, most of them have figures. `available` is newest first. */
export type NoRanking = {
  readonly kind: 'noRanking';
  readonly asked: Period | null;
  readonly available: readonly Period[];
};

/** Ranks agencies by a rate in one period and one scope: the newest period in which most of them have figures. */
export async function askRanking(
  knowledge: Knowledge,
  question: RankingQuestion,
): Promise<RankingAnswer | NoRanking> {
  const covered = await coveredPeriods(knowledge, question.agencies);
  const choice = choosePeriod(covered, question.period, dayOf(knowledge.clock.now()));
  if (choice.kind === 'none') {
    return { kind: 'noRanking', asked: choice.asked, available: choice.available };
  }
  const { period, found } = choice;
  const agencies = existing(question.agencies, found.key);
  return {
    ...placed({ ...question, agencies }, found.readings),
    period,
    snapshots: uniqueBy(
      found.readings.map(({ snapshot }) => snapshot),
      ({ id }) => id,
    ),
  };
}

/** Those that existed at some time of a period: only they can be missing in it. */
function existing(agencies: readonly Agency[], key: PeriodKey): readonly Agency[] {
  const period = parsePeriodKey(key);
  return agencies.filter((agency) => existsDuring(agency, period));
}

/** What there is for a period and scope: one reading of each agency, of several the one of the newest table. */
type Covered = { readonly key: PeriodKey; readonly readings: readonly Reading[] };

/** Periods in which at least half of the agencies (and two) have figures of one scope; the fullest scope first. */
async function coveredPeriods(
  knowledge: Knowledge,
  agencies: readonly Agency[],
): Promise<readonly Covered[]> {
  const heads = await knowledge.snapshots.heads();
  const asks = uniqueBy(heads, ({ period, scope }) => `${period} ${scope}`);
  const found = await Promise.all(asks.map((ask) => coverage(knowledge, agencies, ask)));
  return found
    .flatMap((covered) => (covered === null ? [] : [covered]))
    .toSorted((a, b) => b.readings.length - a.readings.length);
}

async function coverage(
  knowledge: Knowledge,
  agencies: readonly Agency[],
  ask: { readonly period: PeriodKey; readonly scope: string },
): Promise<Covered | null> {
  const ids = existing(agencies, ask.period).map(({ id }) => id);
  const { period, scope } = ask;
  const readings = newestOfEach(
    await knowledge.snapshots.readingsOf(ids, { period, scope }),
    ({ figure }) => figure.agency,
  );
  const enough = Math.max(1, Math.min(2, ids.length), ids.length / 2);
  return readings.length >= enough ? { key: period, readings } : null;
}

type Rated = Entry & { readonly agencyRow: Agency; readonly rate: Rate; readonly volume: number };

function placed(question: RankingQuestion, readings: readonly Reading[]) {
  const byId = new Map(readings.map((reading) => [reading.figure.agency, reading]));
  const entries = question.agencies.flatMap((agency): Rated[] => {
    const reading = byId.get(agency.id);
    const state = reading === undefined ? null : computedRate(question.metric, reading);
    if (reading === undefined || state?.kind !== 'rate' || state.rate.fraction === null) return [];
    return [
      {
        agency: agency.id,
        agencyRow: agency,
        rate: state.rate,
        result: { kind: 'rate', fraction: state.rate.fraction },
        overdue: overdueTotal(reading.figure.counts),
        volume: handled(reading.figure.counts) ?? 0,
      },
    ];
  });
  const highestFirst = (question.metric === 'overdue') === (question.order === 'worst');
  const order = highestFirst ? ('highestFirst' as const) : ('lowestFirst' as const);
  const ranking = rank(entries, { order, minimumVolume: MINIMUM_VOLUME });
  const present = new Set(entries.map(({ agency }) => agency));
  return {
    kind: 'ranking' as const,
    metric: question.metric,
    order: question.order,
    ranked: ranking.ranked.map(({ entry, place }) => ranked(entry, place)),
    small: ranking.belowVolume.map((entry) => ranked(entry, 0)),
    minimumVolume: MINIMUM_VOLUME,
    missing: question.agencies.filter(({ id }) => !present.has(id)),
  };
}

function ranked({ agencyRow, rate, volume }: Rated, place: number): Ranked {
  return { agency: agencyRow, rate, volume, place };
}
