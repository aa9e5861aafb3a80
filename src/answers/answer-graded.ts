import type { Agency } from '../agencies/agency.ts';
import { type Period, type PeriodAsked, isImpossible } from '../calendar/period.ts';
import { parsePeriodKey, periodKey } from '../calendar/periods.ts';
import type { Question, Slots } from '../dialogue/question.ts';
import type { Metric } from '../figures/metric.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { type NoFigures, noFigures } from '../queries/no-figures.ts';
import { askStatement, hasGrades, type StatementAnswer } from '../queries/statement-answer.ts';
import type { GradeLimit, GradeSubject } from '../replies/grade-limits.ts';
import { gradedReply } from '../replies/graded-reply.ts';
import { gradedYearsReply, missingYears, ungradedYears } from '../replies/graded-years-reply.ts';
import { type CommonPeriods, noFiguresReply } from '../replies/no-figures-reply.ts';
import type { Block, Reply } from '../replies/reply.ts';
import { statementReply } from '../replies/statement-reply.ts';
import { uniqueBy } from '../unique-by.ts';
import { askedIn } from './asked.ts';

/** Metrics that documents tell as grades and places, and not as rates. */
export type GradedMetric = Extract<Metric, 'reformIndex' | 'provinceRank'>;

/** What a document is asked about; `asks` = what of it is wanted first. */
export type GradedQuestion = {
  readonly agency: Agency;
  readonly metric: GradedMetric | 'serviceIndex';
  readonly period: PeriodAsked | null;
  readonly asks: Slots['asks'];
};

/** There is none; `common`: the periods in which there are some of all agencies, and none of the one asked about. */
export type NoGrades = NoFigures & { readonly common: CommonPeriods | null };

/** Limits that are told with grades. */
const SUBJECTS: Readonly<Record<GradedQuestion['metric'], readonly GradeSubject[]>> = {
  reformIndex: ['overdue', 'satisfaction', 'personalOverdue'],
  provinceRank: ['provinceRank'],
  serviceIndex: ['qualityScore'],
};

/** What goes with what, of the province. */
const BESIDE = {
  reformIndex: 'provinceRank',
  provinceRank: 'reformIndex',
  serviceIndex: null,
} as const;

/** The scope of what an agency found out about itself. */
const OWN_SCORING = 'own-scoring';

/** Whether a metric is told as grades or places. */
export function isGraded(metric: Metric | null): metric is GradedMetric {
  return metric === 'reformIndex' || metric === 'provinceRank';
}

/** How agencies were graded and where the province stands, as documents tell it; an index that is a rate as any other. */
export async function answerGraded(
  knowledge: Knowledge,
  asked: GradedQuestion,
  notes: readonly Block[],
): Promise<Reply | NoGrades> {
  const answer = await askGraded(knowledge, asked);
  if (answer.kind === 'noFigures') return answer;
  if (!hasGrades(answer)) return statementReply(answer, knowledge.directory, notes);
  const limits = limitsWith(knowledge, answer, asked.metric);
  const beside = await besideOf(knowledge, asked);
  return gradedReply({ answer, limits, asks: asked.asks, beside }, notes);
}

type GradesOf = Pick<GradedQuestion, 'agency' | 'metric' | 'period'>;

/**
 * Of the agency itself, or else of the province: what a city says of its own units is nothing of the block of cities, nor
 * of its neighbours.
 */
async function askGraded(
  knowledge: Knowledge,
  asked: GradesOf,
): Promise<StatementAnswer | NoGrades> {
  const { province } = knowledge.directory;
  const own = await knowledge.snapshots.statements(asked.agency.id, asked.metric);
  if (own.length > 0) {
    const answer = await askStatement(knowledge, asked);
    if (answer.kind === 'statement' && answer.agency.id === asked.agency.id) return answer;
  }
  const common = await askStatement(knowledge, { ...asked, agency: province });
  if (common.kind === 'statement') return { ...common, asked: asked.agency };
  const periods = own.map(({ snapshot }) => parsePeriodKey(snapshot.period));
  const available = uniqueBy([...periods, ...common.available], periodKey);
  const none = await noFigures(knowledge, asked.agency, {
    kind: 'none',
    asked: common.asked,
    available,
  });
  const isOfAll = asked.agency.id === province.id || common.available.length === 0;
  const others = available.slice(uniqueBy(periods, periodKey).length);
  return { ...none, common: isOfAll ? null : { agency: province, periods: others } };
}

/**
 * What an agency says of itself by the order of the portal's index, where it says so; null where not. The portal's own
 * figures are of calendar months and answered elsewhere.
 */
export async function answerOwnScoring(
  knowledge: Knowledge,
  asked: Omit<GradedQuestion, 'metric'>,
  notes: readonly Block[],
): Promise<Reply | null> {
  const stated = await knowledge.snapshots.statements(asked.agency.id, 'serviceIndex');
  if (!stated.some(({ snapshot }) => snapshot.scope === OWN_SCORING)) return null;
  const reply = await answerGraded(knowledge, { ...asked, metric: 'serviceIndex' }, notes);
  return 'blocks' in reply ? reply : null;
}

/** The years named side by side, or all there are: grades are no rates that a line could be drawn of. */
export async function answerGradedYears(
  knowledge: Knowledge,
  question: Question,
  metric: GradedMetric,
): Promise<Reply> {
  const { agency, notesOnFirst: notes } = askedIn(knowledge, question, metric);
  const newest = await askGraded(knowledge, { agency, metric, period: null });
  if (newest.kind === 'noFigures')
    return noFiguresReply(newest, { metric, common: newest.common }, notes);
  const { periods } = question.slots;
  const wanted = periods.length > 1 ? periods : [newest.period, ...newest.otherPeriods];
  const found = await Promise.all(
    wanted.map((period) => askGraded(knowledge, { agency, metric, period })),
  );
  const stated = found.filter((one) => one.kind === 'statement');
  const missing = found.flatMap((one) => (one.kind === 'noFigures' ? periodOf(one) : []));
  const told = [...notes, ...missingYears(missing)];
  return yearsReply(knowledge, { newest, stated }, told);
}

/** Of years with a rate alone that is told, and never an empty grade. */
function yearsReply(
  { directory }: Knowledge,
  {
    newest,
    stated,
  }: { readonly newest: StatementAnswer; readonly stated: readonly StatementAnswer[] },
  notes: readonly Block[],
): Reply {
  const years = (stated.length === 0 ? [newest] : stated).toSorted((a, b) =>
    Temporal.PlainDate.compare(a.period.to, b.period.to),
  );
  const [first, ...others] = years.filter(hasGrades);
  const ungraded = years.filter((year) => !hasGrades(year));
  if (first !== undefined) {
    return gradedYearsReply([first, ...others], [...notes, ...ungradedYears(ungraded)]);
  }
  const latest = ungraded.at(-1) ?? newest;
  return statementReply(latest, directory, [...notes, ...ungradedYears(ungraded.slice(0, -1))]);
}

/** A day that cannot be is no year. */
function periodOf({ asked }: NoFigures): readonly Period[] {
  return asked === null || isImpossible(asked) ? [] : [asked];
}

async function besideOf(
  { directory, snapshots }: Knowledge,
  { agency, metric }: GradedQuestion,
): Promise<GradedMetric | null> {
  const other = BESIDE[metric];
  if (other === null || agency.id !== directory.province.id) return null;
  return (await snapshots.statements(agency.id, other)).length > 0 ? other : null;
}

function limitsWith(
  { targets }: Knowledge,
  { agency: { level }, period }: StatementAnswer,
  metric: GradedQuestion['metric'],
): readonly GradeLimit[] {
  const limits = SUBJECTS[metric].flatMap((subject) =>
    targets.limitsOn({ subject, level, year: period.to.year }),
  );
  // A limit that refuses no grade has nothing to do with grades.
  return metric === 'reformIndex' ? limits.filter(({ bars }) => bars !== null) : limits;
}
