import type { Agency } from '../agencies/agency.ts';
import { periodKey } from '../calendar/periods.ts';
import type { Question } from '../dialogue/question.ts';
import { askIndex } from '../queries/index-answer.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { indexRankingReply } from '../replies/index-ranking-reply.ts';
import {
  indexReply,
  lostFirst,
  NEITHER_INDEX,
  NO_REFORM_INDEX,
  NO_SERVICE_INDEX,
  PERIODS_OF_REFORM,
} from '../replies/index-reply.ts';
import { noFiguresReply } from '../replies/no-figures-reply.ts';
import type { Block, Reply } from '../replies/reply.ts';
import { uniqueBy } from '../unique-by.ts';
import {
  answerGraded,
  answerOwnScoring,
  type GradedMetric,
  type GradedQuestion,
  isGraded,
  type NoGrades,
} from './answer-graded.ts';
import { askedIn } from './asked.ts';

const SERVICE = { metric: 'serviceIndex' } as const;

type ReformQuestion = GradedQuestion & { readonly metric: GradedMetric };

/**
 * What /chi-so says. Several things go by that name: the index of 100 points that the national portal publishes, and what
 * documents tell of the reform: how agencies were graded, and where the province stands. The one that was named goes
 * first, else the portal's; the others answer where that has no figures, and say so.
 */
export async function answerIndex(knowledge: Knowledge, question: Question): Promise<Reply> {
  const {
    agency,
    period,
    notesOnFirst: notes,
  } = askedIn(knowledge, question, question.slots.metric ?? 'serviceIndex');
  const { metric, asks } = question.slots;
  const asked = { agency, period, asks };
  if (isGraded(metric)) {
    const whose = whoseGrades(knowledge, question) ?? agency;
    return answerReform(knowledge, { ...asked, agency: whose, metric }, notes);
  }
  const index = await askIndex(knowledge, asked);
  if (index.kind === 'index') return (asks === 'why' ? lostFirst : indexReply)(index, notes);
  const own = await answerOwnScoring(knowledge, asked, notes);
  if (own !== null) return own;
  if ((await isPublished(knowledge)) || index.available.length > 0) {
    return noFiguresReply(index, SERVICE, notes);
  }
  const reform = await reformInstead(knowledge, asked, notes);
  return reform ?? noFiguresReply(index, SERVICE, [...notes, NEITHER_INDEX]);
}

/** What documents tell of the reform where the portal tells nothing, or in which periods they do; null where they never do. */
async function reformInstead(
  knowledge: Knowledge,
  asked: Omit<GradedQuestion, 'metric'>,
  notes: readonly Block[],
): Promise<Reply | null> {
  const question = { ...asked, metric: 'reformIndex' } as const;
  const reform = await gradesOrPlaces(knowledge, question, [NO_SERVICE_INDEX, ...notes]);
  if ('blocks' in reform) return reform;
  const { metric } = question;
  return reform.available.length === 0
    ? null
    : noFiguresReply(reform, { metric, common: reform.common }, [PERIODS_OF_REFORM, ...notes]);
}

/** Grades, or places; the portal's index at last. */
async function answerReform(
  knowledge: Knowledge,
  asked: ReformQuestion,
  notes: readonly Block[],
): Promise<Reply> {
  const { metric } = asked;
  const reply = await gradesOrPlaces(knowledge, asked, notes);
  if ('blocks' in reply) return reply;
  if (reply.available.length > 0)
    return noFiguresReply(reply, { metric, common: reply.common }, notes);
  const index = await askIndex(knowledge, asked);
  return index.kind === 'index'
    ? indexReply(index, [...notes, NO_REFORM_INDEX])
    : noFiguresReply(reply, { metric }, notes);
}

/** Grades, or the place of the province; of a year without the one the other, or which years there are of both. */
async function gradesOrPlaces(
  knowledge: Knowledge,
  asked: ReformQuestion,
  notes: readonly Block[],
): Promise<Reply | NoGrades> {
  const grades = await answerGraded(knowledge, asked, notes);
  const isOfProvince = asked.agency.id === knowledge.directory.province.id;
  if ('blocks' in grades || !isOfProvince || asked.metric !== 'reformIndex') return grades;
  const places = await answerGraded(knowledge, { ...asked, metric: 'provinceRank' }, notes);
  if ('blocks' in places) return places;
  const available = uniqueBy([...grades.available, ...places.available], periodKey);
  return {
    ...grades,
    available: available.toSorted((a, b) => Temporal.PlainDate.compare(b.to, a.to)),
  };
}

/** "Bao nhiêu đơn vị của Nha Trang xếp loại tốt": the city graded them. What refuses a grade the province orders for all. */
function whoseGrades({ directory }: Knowledge, { slots }: Question): Agency | null {
  if (slots.asks === 'target' && slots.metric === 'reformIndex') return directory.province;
  const id = slots.among?.within ?? null;
  return id === null || slots.agencies.length > 0 ? null : directory.get(id);
}

/** What /xep-hang says of it: the departments by their points, or those of a level. */
export async function rankIndex(knowledge: Knowledge, question: Question): Promise<Reply> {
  const { period, notes } = askedIn(knowledge, question, 'serviceIndex');
  const { order, among } = question.slots;
  const agency = knowledge.directory.province;
  const index = await askIndex(knowledge, { agency, period });
  if (index.kind !== 'index') return noFiguresReply(index, SERVICE, notes);
  const isAll = among === null || among.level === 'any';
  const units = index.units.filter((unit) => isAll || unit.agency.level === among.level);
  return indexRankingReply({ ...index, units }, order ?? 'worst', notes);
}

async function isPublished({ directory, snapshots }: Knowledge): Promise<boolean> {
  return (await snapshots.statements(directory.province.id, 'serviceIndex')).length > 0;
}
