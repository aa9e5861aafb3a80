import type { Agency } from '../agencies/agency.ts';
import { judgedLevel } from '../agencies/judged-level.ts';
import type { Period, PeriodAsked, PeriodKey } from '../calendar/period.ts';
import { dayOf } from '../clock.ts';
import { holdsIn, type Target } from '../figures/limit.ts';
import type { Metric } from '../figures/metric.ts';
import type { StatementReading } from '../snapshots/store.ts';
import { choosePeriod, inVain, type PeriodChoice } from './choose-period.ts';
import type { Knowledge } from './knowledge.ts';
import { newestFirst, newestOfEach } from './newest.ts';
import { type NoFigures, noFigures } from './no-figures.ts';
import { type Restated, restatedStatement } from './restatement.ts';
import { statementsUpwards } from './statements-upwards.ts';
import { type Timeliness, timelinessOf } from './timeliness.ts';

/** What a document is asked to say about an agency; `period` null = the newest. */
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
  /** Its fields of work, and the metrics that go with it. */
  readonly parts: readonly StatementReading[];
  /** Those it can be seen beside, itself included; the parts of a total that has no figure of its own. */
  readonly peers: readonly StatementReading[];
  readonly target: Target | null;
  /** What is ordered for the agency asked about, whoever's figure answers; by level where it has no level of its own. */
  readonly ordered: readonly Target[];
  /** Those of the peers that the target is ordered for: other levels have others. Empty without one. */
  readonly held: readonly StatementReading[];
  readonly timeliness: Timeliness;
  /** What the document said before it was changed; null if it never was. */
  readonly restated: Restated<StatementReading> | null;
  /** Further periods with figures, newest first. */
  readonly otherPeriods: readonly Period[];
};

/** One whose document counts and grades in place of a rate, or beside it. */
export type GradedAnswer = StatementAnswer & { readonly main: StatementReading };

/** See `GradedAnswer`. */
export function hasGrades(answer: StatementAnswer): answer is GradedAnswer {
  return (answer.main?.statement.scores ?? []).length > 0;
}

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
  const { agency: asked, period } = question;
  const today = dayOf(knowledge.clock.now());
  const candidates = await statementsUpwards(knowledge, question);
  for (const { agency, statements } of candidates) {
    const choice = choosePeriod(statements.map(keyed), period, today);
    if (choice.kind === 'chosen') {
      const inPeriod = statements.filter(({ snapshot }) => snapshot.period === choice.found.key);
      return answerFrom(knowledge, question, { agency, inPeriod, choice });
    }
  }
  const all = candidates.flatMap(({ statements }) => statements.map(keyed));
  return noFigures(knowledge, asked, inVain(all, period, today));
}

function keyed({ snapshot }: StatementReading) {
  return { key: snapshot.period };
}

type Chosen = {
  readonly agency: Agency;
  readonly inPeriod: readonly StatementReading[];
  readonly choice: Extract<PeriodChoice<{ readonly key: PeriodKey }>, { kind: 'chosen' }>;
};

async function answerFrom(
  knowledge: Knowledge,
  { agency: asked, metric, period: asking }: StatementQuestion,
  { agency, inPeriod, choice }: Chosen,
): Promise<StatementAnswer> {
  const { period, found } = choice;
  const [main = null] = newestFirst(
    inPeriod.filter(({ statement }) => statement.agency === agency.id),
  );
  const ofPartsOnly = main === null && agency.id !== knowledge.directory.province.id;
  const cited = main ?? inPeriod[0];
  const peers = inScope(
    ofPartsOnly ? inPeriod : await knowledge.snapshots.statementsOn(metric, found.key),
    cited?.snapshot.scope,
  );
  const level = judgedLevel(agency);
  const target = knowledge.targets.targetOf({ metric, level, year: period.to.year });
  return {
    kind: 'statement',
    asked,
    agency,
    metric,
    period,
    main,
    parts: await partsOf(knowledge, { agency, metric }, found.key),
    peers,
    target,
    ordered: orderedFor(knowledge, { agency: asked, metric }, period.to.year),
    held: heldTo(target, peers, knowledge),
    timeliness: timelinessOf(knowledge, cited === undefined ? [] : [cited.snapshot], {
      isPeriodNamed: asking !== null,
    }),
    restated: main === null ? null : await restatedStatement(knowledge, main),
    otherPeriods: choice.others,
  };
}

/** The target of its level, or of every level there is one for: the province has none of its own. */
function orderedFor(
  { targets }: Knowledge,
  { agency, metric }: { readonly agency: Agency; readonly metric: Metric },
  year: number,
): readonly Target[] {
  const own = targets.targetOf({ metric, level: judgedLevel(agency), year });
  if (own !== null) return [own];
  if (agency.level !== 'province') return [];
  return targets.targets.filter((one) => one.metric === metric && holdsIn(one, year));
}

/** Its fields of work, and the metrics that go with it. */
async function partsOf(
  { snapshots }: Knowledge,
  { agency, metric }: { readonly agency: Agency; readonly metric: Metric },
  key: PeriodKey,
): Promise<readonly StatementReading[]> {
  const fields = await snapshots.fieldStatements(agency.id, key);
  const companions = await Promise.all(
    (COMPANIONS[metric] ?? []).map((other) => snapshots.statements(agency.id, other, key)),
  );
  return eachOnce([
    ...fields.filter(({ statement }) => statement.metric === metric),
    ...companions.flat(),
  ]);
}

function heldTo(
  target: Target | null,
  peers: readonly StatementReading[],
  { directory }: Pick<Knowledge, 'directory'>,
): readonly StatementReading[] {
  if (target === null) return [];
  const { levels } = target;
  return peers.filter(
    ({ statement }) =>
      levels === null || levels.includes(judgedLevel(directory.get(statement.agency))),
  );
}

/** Each figure of one scope once: other scopes are never set beside it. */
function inScope(
  statements: readonly StatementReading[],
  scope: string | undefined,
): readonly StatementReading[] {
  return eachOnce(statements.filter(({ snapshot }) => snapshot.scope === scope));
}

/** What several documents (or one that was taken in twice) state about the same thing counts once. */
function eachOnce(statements: readonly StatementReading[]): readonly StatementReading[] {
  return newestOfEach(statements, ({ statement: { agency, field, metric } }) =>
    [agency, field, metric].join(' '),
  );
}
