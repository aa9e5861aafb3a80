import type { Agency } from '../agencies/agency.ts';
import type { Period, PeriodAsked, PeriodKey } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import type { Metric } from '../figures/metric.ts';
import type { Target } from '../figures/targets.ts';
import type { StatementReading } from '../snapshots/store.ts';
import { choosePeriod } from './choose-period.ts';
import { eachOnce } from './each-once.ts';
import type { Knowledge } from './knowledge.ts';
import { type NoFigures, noFigures } from './no-figures.ts';

export type StatementQuestion = {
  readonly agency: Agency;
  readonly metric: Metric;
  readonly period: PeriodAsked | null;
};

/** A published rate, score or amount of an agency, with its parts and those it can be seen beside. */
export type StatementAnswer = {
  readonly kind: 'statement';
  readonly asked: Agency;
  /** Whose figure it is: the agency asked about, or the block above it when only that was published. */
  readonly agency: Agency;
  readonly metric: Metric;
  readonly period: Period;
  /** null when only parts of it were published (satisfaction of the province: by block). */
  readonly main: StatementReading | null;
  readonly parts: readonly StatementReading[];
  readonly peers: readonly StatementReading[];
  readonly target: Target | null;
  readonly otherPeriods: readonly Period[];
};

/** Metrics that are parts or companions of another and are shown with it. */
const COMPANIONS: Partial<Record<Metric, readonly Metric[]>> = {
  online: ['onlineFull', 'onlinePartial'],
  digitization: ['electronicResults'],
};

/** Answers /truc-tuyen, /thanh-toan, /buu-chinh, /so-hoa, /hai-long, /chi-so from what documents publish. */
export async function askStatement(
  knowledge: Knowledge,
  question: StatementQuestion,
): Promise<StatementAnswer | NoFigures> {
  const today = dayOf(knowledge.clock.now());
  const candidates = await statementsUpwards(knowledge, question);
  const keys = candidates.flatMap(({ statements }) =>
    statements.map(({ snapshot }) => snapshot.period),
  );
  for (const { agency, statements } of candidates) {
    const own = statements.map(({ snapshot }) => snapshot.period);
    const choice = choosePeriod(own, question.period, today);
    if (choice.kind === 'chosen') {
      return answerFrom(knowledge, question, {
        agency,
        statements,
        key: choice.key,
        period: choice.period,
      });
    }
  }
  const choice = choosePeriod(keys, question.period, today);
  return noFigures(knowledge, question.agency, { choice, keys });
}

type Candidate = { readonly agency: Agency; readonly statements: readonly StatementReading[] };
type Chosen = Candidate & { readonly key: PeriodKey; readonly period: Period };

/** The agency itself, then the totals above it: the nearest one with figures answers. */
async function statementsUpwards(
  knowledge: Knowledge,
  { agency, metric }: StatementQuestion,
): Promise<readonly Candidate[]> {
  const chain: Candidate[] = [];
  for (
    let current: Agency | null = agency;
    current !== null;
    current = parentOf(knowledge, current)
  ) {
    chain.push({ agency: current, statements: await statementsOf(knowledge, current, metric) });
  }
  return chain.filter(({ statements }) => statements.length > 0);
}

function parentOf(knowledge: Knowledge, agency: Agency): Agency | null {
  return agency.parent === null ? null : knowledge.directory.get(agency.parent);
}

/** Own statements, or for a total without one those of its children (satisfaction is published by block only). */
async function statementsOf(knowledge: Knowledge, agency: Agency, metric: Metric) {
  const own = await knowledge.snapshots.statements(agency.id, metric);
  if (own.length > 0 || agency.level !== 'province') return own;
  const children = knowledge.directory.children(agency.id);
  const below = await Promise.all(
    children.map(({ id }) => knowledge.snapshots.statements(id, metric)),
  );
  return below.flat();
}

async function answerFrom(
  knowledge: Knowledge,
  question: StatementQuestion,
  { agency, statements, key, period }: Chosen,
): Promise<StatementAnswer> {
  const inPeriod = statements.filter(({ snapshot }) => snapshot.period === key);
  const main = inPeriod.find(({ statement }) => statement.agency === agency.id);
  const fields = await knowledge.snapshots.fieldStatements(agency.id, key);
  const companions = await Promise.all(
    (COMPANIONS[question.metric] ?? []).map((metric) =>
      knowledge.snapshots.statements(agency.id, metric, key),
    ),
  );
  const periods = [...new Set(statements.map(({ snapshot }) => snapshot.period))];
  return {
    kind: 'statement',
    asked: question.agency,
    agency,
    metric: question.metric,
    period,
    main: main ?? null,
    parts: eachOnce([
      ...fields.filter(({ statement }) => statement.metric === question.metric),
      ...companions.flat(),
    ]),
    peers: await peersIn(knowledge, question.metric, { key, scope: inPeriod[0]?.snapshot.scope }),
    target: knowledge.targets.targetOf({
      metric: question.metric,
      level: agency.memberLevel ?? agency.level,
      year: period.to.year,
    }),
    otherPeriods: periods.filter((other) => other !== key).map(parsePeriodKey),
  };
}

/** Everyone with a figure of the metric in the period, within the same scope: other scopes are never set beside it. */
async function peersIn(
  knowledge: Knowledge,
  metric: Metric,
  { key, scope }: { readonly key: PeriodKey; readonly scope: string | undefined },
): Promise<readonly StatementReading[]> {
  const found = await knowledge.snapshots.statementsOn(metric, key);
  return eachOnce(found.filter(({ snapshot }) => snapshot.scope === scope));
}
