import type { Agency } from '../agencies/agency.ts';
import { peersOf } from '../agencies/members.ts';
import { isRunning } from '../calendar/period-order.ts';
import type { Period, PeriodAsked, PeriodKey } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import type { Counts } from '../figures/counts.ts';
import type { Limit } from '../figures/limit.ts';
import type { FindingReading, Reading } from '../snapshots/store.ts';
import { uniqueBy } from '../unique-by.ts';
import { type AgencyStory, storyOf } from './agency-story.ts';
import { behind } from './behind-rate.ts';
import { type Change, changesOf } from './changes.ts';
import { choosePeriod, latestThenLongest } from './choose-period.ts';
import type { Contribution } from './contributions.ts';
import type { Knowledge } from './knowledge.ts';
import { type NoFigures, noFigures } from './no-figures.ts';
import { type AgencyRate, type Place, placeAmong, ratesAmong } from './peers.ts';
import {
  type CountedMetric,
  type Material,
  type Rate,
  type RateState,
  computedRate,
  ratesOf,
  representativeRate,
} from './rate.ts';
import { materialIn, materialOn } from './rates-by-period.ts';
import type { RecomputedRate } from './recompute.ts';
import { type Standing, standingsOf } from './standing.ts';

/** Whose rate is asked for, and of when; `period` null = the newest. */
export type RateQuestion = {
  readonly agency: Agency;
  readonly metric: CountedMetric;
  readonly period: PeriodAsked | null;
  /** Other readings of the same words, shown with their own rate. */
  readonly others: readonly Agency[];
};

/** A rate with where it stands against the limits that hold for it, mildest first. */
export type StandingRate = { readonly state: RateState; readonly standings: readonly Standing[] };

/** Everything a reply about one rate says. */
export type RateAnswer = {
  readonly kind: 'rate';
  readonly agency: Agency;
  readonly metric: CountedMetric;
  readonly period: Period;
  /** Headline first; more than one where documents and formulas differ. */
  readonly rates: readonly StandingRate[];
  readonly changes: readonly Change[];
  /** Peers in the same period and scope, the agency included; empty if it is alone. */
  readonly peers: readonly AgencyRate[];
  /** Its place among them; null where they make no order. */
  readonly place: Place | null;
  /** Units below it (or fields of it), most overdue dossiers first. */
  readonly contributions: readonly Contribution[];
  readonly others: readonly AgencyRate[];
  readonly findings: readonly FindingReading[];
  /** What the units below give when the printed total does not match them. */
  readonly recomputed: RecomputedRate | null;
  /** Further periods with figures, newest first. */
  readonly otherPeriods: readonly Period[];
  /** Those of them whose figures cover other dossiers: never compared, never mixed. */
  readonly otherScopes: readonly Period[];
  /** What the agency became, and what it was formed from. */
  readonly story: AgencyStory;
  /** The period has not ended, or the figures do not reach its last day. */
  readonly provisional: boolean;
};

/** Answers /tre-han and /dung-han: one agency, one period, with limits, comparison and who is behind it. */
export async function askRate(
  knowledge: Knowledge,
  question: RateQuestion,
): Promise<RateAnswer | NoFigures> {
  const { agency, metric } = question;
  const all = await ratedMaterial(knowledge, agency, metric);
  const choice = choosePeriod(
    [...all.readings, ...all.statements].map(({ snapshot }) => ({
      key: snapshot.period,
      snapshot,
    })),
    question.period,
    dayOf(knowledge.clock.now()),
  );
  if (choice.kind === 'none') return noFigures(knowledge, agency, choice);
  const { period, found } = choice;
  const material = materialIn(found.key, all);
  const rates = ratesOf(metric, material);
  const [reading = null] = material.readings;
  const { scope } = (reading ?? material.statements[0] ?? found).snapshot;
  const among = peersOf(knowledge.directory, agency, period);
  const peers = await ratesAmong(knowledge, among, { metric, period: found.key, scope });
  return {
    kind: 'rate',
    agency,
    metric,
    period,
    rates: withStandings(rates, limitsFor(knowledge, question, period), material),
    changes: await changesOf(knowledge, { ...question, period, rates, ...material }),
    peers,
    place: placeAmong(peers, agency),
    others: await otherRates(knowledge, question, found.key),
    ...(await behind(knowledge, question, reading)),
    otherPeriods: choice.others,
    otherScopes: periodsOfOtherScope(all.readings, scope),
    story: storyOf(knowledge.directory, agency.id),
    provisional: isProvisional(knowledge, period, reading),
  };
}

/** What is known of an agency; tables without the counts for a rate are none here. */
async function ratedMaterial(
  knowledge: Knowledge,
  agency: Agency,
  metric: CountedMetric,
): Promise<Material> {
  const { readings, statements } = await materialOn(knowledge, agency, metric);
  const rated = readings.filter((reading) => computedRate(metric, reading) !== null);
  return { readings: rated, statements };
}

function withStandings(
  rates: readonly RateState[],
  limits: readonly Limit[],
  { readings }: Material,
): readonly StandingRate[] {
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

/** The limits on overdue rates that hold for the agency (a total is held to what its members are). */
function limitsFor(
  { targets }: Knowledge,
  { agency, metric }: RateQuestion,
  period: Period,
): readonly Limit[] {
  if (metric !== 'overdue') return [];
  const level = agency.memberLevel ?? agency.level;
  return targets.limitsOn({ subject: metric, level, year: period.to.year });
}

/** Other agencies meant by the same words: whatever dossiers their figures cover. */
function otherRates(
  { snapshots }: Knowledge,
  { others, metric }: RateQuestion,
  key: PeriodKey,
): Promise<readonly AgencyRate[]> {
  return Promise.all(
    others.map(async (agency) => {
      const readings = await snapshots.readings(agency.id, key);
      const statements = await snapshots.statements(agency.id, metric, key);
      return { agency, state: representativeRate(metric, { readings, statements }) };
    }),
  );
}

function periodsOfOtherScope(readings: readonly Reading[], scope: string): readonly Period[] {
  const others = readings.filter(({ snapshot }) => snapshot.scope !== scope);
  return uniqueBy(others, ({ snapshot }) => snapshot.period)
    .map(({ snapshot }) => parsePeriodKey(snapshot.period))
    .toSorted(latestThenLongest);
}

function isProvisional(knowledge: Knowledge, period: Period, reading: Reading | null): boolean {
  const asOf = reading?.snapshot.asOf ?? period.to;
  const open = isRunning(period, dayOf(knowledge.clock.now()));
  return open || Temporal.PlainDate.compare(asOf, period.to) < 0;
}
