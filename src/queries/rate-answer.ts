import type { Agency } from '../agencies/agency.ts';
import { isRunning } from '../calendar/period-order.ts';
import type { Period, PeriodAsked, PeriodKey } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import type { Counts } from '../figures/counts.ts';
import type { FindingReading, Reading, StatementReading } from '../snapshots/store.ts';
import { type AgencyStory, storyOf } from './agency-story.ts';
import { type Change, changesOf } from './changes.ts';
import { choosePeriod } from './choose-period.ts';
import { type Contribution, contributionsOf } from './contributions.ts';
import { type Knowledge, peersOf } from './knowledge.ts';
import { type NoFigures, noFigures } from './no-figures.ts';
import { type CountedMetric, type Rate, type RateState, computedRate, ratesOf } from './rate.ts';
import { type RecomputedRate, recomputeFromLeaves } from './recompute.ts';
import { type Standing, standingsOf } from './standing.ts';

export type RateQuestion = {
  readonly agency: Agency;
  readonly metric: CountedMetric;
  readonly period: PeriodAsked | null;
  /** Other readings of the same words, shown with their own rate. */
  readonly others: readonly Agency[];
};

/** An agency with its rate, null where it has no figures in that period. */
export type AgencyRate = { readonly agency: Agency; readonly state: RateState | null };

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
  const all = await figuresOf(knowledge, agency, metric);
  const keys = [...all.readings, ...all.statements].map(({ snapshot }) => snapshot.period);
  const choice = choosePeriod(keys, question.period, dayOf(knowledge.clock.now()));
  if (choice.kind === 'none') {
    return noFigures(knowledge, agency, { choice, keys });
  }
  const readings = all.readings.filter(({ snapshot }) => snapshot.period === choice.key);
  const statements = all.statements.filter(({ snapshot }) => snapshot.period === choice.key);
  const rates = ratesOf(metric, readings, statements);
  const findings = await findingsIn(knowledge, readings[0] ?? null);
  const limits = limitsFor(knowledge, question, choice.period);
  return {
    kind: 'rate',
    agency,
    metric,
    period: choice.period,
    rates: rates.map((state) => ({
      state,
      standings:
        state.kind === 'rate'
          ? standingsOf(limits, state.rate, countsBehind(state.rate, readings))
          : [],
    })),
    changes: await changesOf(knowledge, {
      agency,
      metric,
      period: choice.period,
      rates,
      statements,
    }),
    peers: await ratesAmong(knowledge, peersOf(knowledge.directory, agency, choice.period), {
      metric,
      period: choice.key,
      scope: scopeOf(readings, statements),
    }),
    contributions: await contributionsOf(knowledge, agency, readings[0] ?? null),
    others: await otherRates(knowledge, question.others, { metric, period: choice.key }),
    findings,
    recomputed: await recomputed(knowledge, { agency, metric, findings }, readings[0] ?? null),
    otherPeriods: [...new Set(keys)].filter((key) => key !== choice.key).map(parsePeriodKey),
    otherScopes: periodsOfOtherScope(all.readings, scopeOf(readings, statements)),
    story: storyOf(knowledge.directory, agency.id),
    provisional: isProvisional(knowledge, choice.period, readings),
  };
}

function periodsOfOtherScope(readings: readonly Reading[], scope: string): readonly Period[] {
  const others = readings.filter(({ snapshot }) => scope !== '' && snapshot.scope !== scope);
  return [...new Set(others.map(({ snapshot }) => snapshot.period))].map(parsePeriodKey);
}

/** The limits on overdue rates that hold for the agency (a total is held to what its members are). */
function limitsFor(knowledge: Knowledge, { agency, metric }: RateQuestion, period: Period) {
  if (metric !== 'overdue') return [];
  const level = agency.memberLevel ?? agency.level;
  return knowledge.targets.limitsOn({ subject: metric, level, year: period.to.year });
}

function isProvisional(
  knowledge: Knowledge,
  period: Period,
  readings: readonly Reading[],
): boolean {
  const asOf = readings[0]?.snapshot.asOf ?? period.to;
  const open = isRunning(period, dayOf(knowledge.clock.now()));
  return open || Temporal.PlainDate.compare(asOf, period.to) < 0;
}

async function figuresOf(knowledge: Knowledge, agency: Agency, metric: CountedMetric) {
  const [readings, statements] = await Promise.all([
    knowledge.snapshots.readings(agency.id),
    knowledge.snapshots.statements(agency.id, metric),
  ]);
  const usable = readings.filter((reading) => computedRate(metric, reading) !== null);
  return {
    readings: usable,
    statements: statements.filter(({ statement }) => statement.field === null),
  };
}

function scopeOf(readings: readonly Reading[], statements: readonly StatementReading[]): string {
  return (readings[0] ?? statements[0])?.snapshot.scope ?? '';
}

/** Rates of several agencies in one period and scope. Published-only rates count where there are no counts. */
async function ratesAmong(
  knowledge: Knowledge,
  agencies: readonly Agency[],
  ask: { readonly metric: CountedMetric; readonly period: PeriodKey; readonly scope: string },
): Promise<readonly AgencyRate[]> {
  const readings = await knowledge.snapshots.readingsOf(
    agencies.map(({ id }) => id),
    { period: ask.period, scope: ask.scope },
  );
  const byAgency = Map.groupBy(readings, ({ figure }) => figure.agency);
  const published = await knowledge.snapshots.statementsOn(ask.metric, ask.period);
  const statements = Map.groupBy(published, ({ statement }) => statement.agency);
  return agencies.map((agency) => {
    const states = ratesOf(
      ask.metric,
      byAgency.get(agency.id) ?? [],
      statements.get(agency.id) ?? [],
    );
    return { agency, state: states.at(-1) ?? null };
  });
}

async function otherRates(
  knowledge: Knowledge,
  others: readonly Agency[],
  ask: { readonly metric: CountedMetric; readonly period: PeriodKey },
): Promise<readonly AgencyRate[]> {
  return Promise.all(
    others.map(async (agency) => {
      const readings = await knowledge.snapshots.readings(agency.id, ask.period);
      const statements = await knowledge.snapshots.statements(agency.id, ask.metric, ask.period);
      return { agency, state: ratesOf(ask.metric, readings, statements)[0] ?? null };
    }),
  );
}

/** What is wrong with the table that is cited; other tables of the period have their own faults. */
async function findingsIn(knowledge: Knowledge, reading: Reading | null) {
  if (reading === null) return [];
  const findings = await knowledge.snapshots.findings(reading.figure.agency);
  return findings.filter(({ snapshot }) => snapshot.id === reading.snapshot.id);
}

/** The counts a rate was computed from; null for one that was only published. */
function countsBehind({ snapshot }: Rate, readings: readonly Reading[]): Counts | null {
  return readings.find((reading) => reading.snapshot.id === snapshot.id)?.figure.counts ?? null;
}

async function recomputed(
  knowledge: Knowledge,
  about: {
    readonly agency: Agency;
    readonly metric: CountedMetric;
    readonly findings: readonly FindingReading[];
  },
  reading: Reading | null,
): Promise<RecomputedRate | null> {
  const wrong = about.findings.some(
    ({ finding }) => finding.code === 'childrenDoNotAddUp' || finding.code === 'leavesDoNotAddUp',
  );
  if (!wrong || reading === null) return null;
  return recomputeFromLeaves(knowledge, { agency: about.agency, metric: about.metric, reading });
}
