import type { Agency } from '../agencies/agency.ts';
import { peersOf } from '../agencies/members.ts';
import { districtOf } from '../agencies/place.ts';
import type { Period, PeriodAsked } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import type { Counts } from '../figures/counts.ts';
import type { IndexScore } from '../figures/index-score.ts';
import type { CountedMetric, OverdueFormula } from '../figures/metric.ts';
import { countedKind } from '../snapshots/counted.ts';
import type { Reading, StatementReading } from '../snapshots/store.ts';
import { uniqueBy } from '../unique-by.ts';
import { type AgencyStory, storyOf } from './agency-story.ts';
import { behind } from './behind-rate.ts';
import { type Apart, type Change, changesOf, type Uncompared } from './changes.ts';
import { choosePeriod, latestThenLongest } from './choose-period.ts';
import type { Contribution } from './contributions.ts';
import { countedBeside } from './counted-beside.ts';
import { countedUnits, type CountedUnits } from './counted-units.ts';
import type { Doubt } from './doubts.ts';
import type { Knowledge } from './knowledge.ts';
import { limitsFor, type RateWithStandings, withStandings } from './limit-standing.ts';
import { type NoFigures, noFigures } from './no-figures.ts';
import { type AgencyRate, type Place, placeAmong, ratesAmong, ratesOfOthers } from './peers.ts';
import { type Material, computedRate, type Rate, ratesOf, type RateState } from './rate.ts';
import { materialIn, materialOn } from './rates-by-period.ts';
import type { RecomputedRate } from './recompute.ts';
import { remarksOn } from './remarks.ts';
import { resolvedBeside, type ResolvedBeside } from './resolved-beside.ts';
import { type Restated, restatedRates } from './restatement.ts';
import { type Timeliness, timelinessOf } from './timeliness.ts';

/** Whose rate is asked for, and of when; `period` null = the newest. */
export type RateQuestion = {
  readonly agency: Agency;
  readonly metric: CountedMetric;
  readonly period: PeriodAsked | null;
  /** Null or absent: by the default, and what else is published. */
  readonly formula?: OverdueFormula | null;
  /** Other readings of the same words, shown with their own rate. */
  readonly others: readonly Agency[];
};

/** Everything a reply about one rate says. */
export type RateAnswer = {
  readonly kind: 'rate';
  readonly agency: Agency;
  readonly metric: CountedMetric;
  /** The only one asked for; null: by the default, and what else is published. */
  readonly formula: OverdueFormula | null;
  readonly period: Period;
  /** The row of the table; null where only rates are published. */
  readonly counts: Counts | null;
  /** Headline first; more than one where documents and formulas differ. */
  readonly rates: readonly RateWithStandings[];
  /** The one count that is printed beside a rate without counts; null where there is none, or all are. */
  readonly resolvedBeside: ResolvedBeside | null;
  /** What the document counts beside the rate, by its own names. */
  readonly countedInWords: readonly IndexScore[];
  /** What the document is to be doubted for, in words. */
  readonly remarks: readonly IndexScore[];
  readonly changes: readonly Change[];
  /** Periods it could be held against, were equal parts of both known. */
  readonly uncompared: readonly Uncompared[];
  /** Why nothing is said of how it has changed; empty where something is. */
  readonly apart: readonly Apart[];
  /** Peers in the same period and scope, the agency included; empty if it is alone. */
  readonly peers: readonly AgencyRate[];
  /** The district whose communes the peers, or the units below, are; null where they are of the whole province. */
  readonly district: Agency | null;
  /** Its place among them; null where they make no order. */
  readonly place: Place | null;
  /** Units below it (or fields of it), most overdue dossiers first. */
  readonly contributions: readonly Contribution[];
  readonly others: readonly AgencyRate[];
  /** What does not fit together in the row it is computed from. */
  readonly doubts: readonly Doubt[];
  /** What the units below give when the printed total does not match them. */
  readonly recomputed: RecomputedRate | null;
  /** Further periods with figures, newest first. */
  readonly otherPeriods: readonly Period[];
  /** Those of them whose figures cover other dossiers: never compared, never mixed. */
  readonly otherScopes: readonly Period[];
  /** What the agency became, and what it was formed from. */
  readonly story: AgencyStory;
  readonly timeliness: Timeliness;
  /** What lists of dossiers give where they differ from what was reported; null where they do not. */
  readonly countedBeside: Rate | null;
  /** Of a counted total; null for all others. */
  readonly units: CountedUnits | null;
  /** Rates that an earlier version of their table or document gave differently. */
  readonly restated: readonly Restated<RateState>[];
};

/** Answers /tre-han and /dung-han: one agency, one period, with limits, comparison and who is behind it. */
export async function askRate(
  knowledge: Knowledge,
  question: RateQuestion,
): Promise<RateAnswer | NoFigures> {
  const { agency, metric } = question;
  const all = await ratedMaterial(knowledge, question);
  const { formula } = all;
  const choice = choosePeriod(tablesOf(all), question.period, dayOf(knowledge.clock.now()));
  if (choice.kind === 'none') return noFigures(knowledge, agency, choice);
  const { period, found } = choice;
  const material = materialIn(found.key, all);
  const rates = ratesOf(metric, material);
  const [reading = null] = material.readings;
  const cited = (reading ?? material.statements[0] ?? found).snapshot;
  const { scope } = cited;
  // A rate that is too high for want of finished dossiers is judged by nothing.
  const isPart = countedKind(scope) === 'part';
  const limits = isPart ? [] : limitsFor(knowledge, question, period);
  const among = peersOf(knowledge.directory, agency, period);
  const ask = { metric, formula, period: found.key, scope };
  const peers = await ratesAmong(knowledge, among, ask);
  return {
    kind: 'rate',
    agency,
    metric,
    formula,
    period,
    counts: reading?.figure.counts ?? null,
    rates: withStandings(rates, limits, material.readings),
    resolvedBeside: await resolvedBeside(knowledge, agency, rates),
    remarks: await remarksOn(knowledge, agency, reading?.snapshot),
    countedInWords: material.statements.flatMap(({ statement }) => statement.scores ?? []),
    ...(await changesOf(knowledge, { ...question, period, rates, ...material })),
    peers,
    district: districtAround(knowledge, agency),
    place: isPart ? null : placeAmong(peers, agency),
    others: await ratesOfOthers(knowledge, question, found.key),
    ...(await behind(knowledge, question, reading)),
    otherPeriods: choice.others,
    otherScopes: periodsOfOtherScope(all.readings, scope),
    story: storyOf(knowledge.directory, agency.id),
    restated: await restatedRates(knowledge, question, rates),
    countedBeside: await countedBeside(knowledge, question, rates),
    units: await countedUnits(knowledge, agency, cited),
    timeliness: timelinessOf(knowledge, [cited], { isPeriodNamed: question.period !== null }),
  };
}

function tablesOf({ readings, statements }: Material) {
  return [...readings, ...statements].map(({ snapshot }) => ({
    key: snapshot.period,
    scope: snapshot.scope,
    snapshot,
  }));
}

/** A land office has its peers in the whole province. */
function districtAround({ directory }: Knowledge, { id, level }: Agency): Agency | null {
  return level === 'branch' ? null : districtOf(directory, id);
}

/** What is known of an agency; tables without the counts for a rate are none here. */
async function ratedMaterial(
  knowledge: Knowledge,
  { agency, metric, formula = null }: RateQuestion,
): Promise<Material & { readonly formula: OverdueFormula | null }> {
  const all = await materialOn(knowledge, agency, { metric, formula });
  const rated = all.readings.filter((one) => computedRate(metric, one, formula) !== null);
  const isAsked = ({ statement }: StatementReading) =>
    formula === null || statement.formula === formula;
  return { readings: rated, statements: all.statements.filter(isAsked), formula };
}

function isReported(scope: string): boolean {
  return countedKind(scope) === null;
}

/** Of reports only: what was counted is always told from them, and never meant where they are. */
function periodsOfOtherScope(readings: readonly Reading[], scope: string): readonly Period[] {
  const others = readings.filter(
    ({ snapshot }) => isReported(scope) && isReported(snapshot.scope) && snapshot.scope !== scope,
  );
  return uniqueBy(others, ({ snapshot }) => snapshot.period)
    .map(({ snapshot }) => parsePeriodKey(snapshot.period))
    .toSorted(latestThenLongest);
}
