import type { Question } from '../dialogue/question.ts';
import { storyOf } from '../queries/agency-story.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { askTrend } from '../queries/trend.ts';
import { noFiguresReply } from '../replies/no-figures-reply.ts';
import type { Reply } from '../replies/reply.ts';
import { trendReply } from '../replies/trend-reply.ts';
import { askedIn } from './asked.ts';
import { overdueLimit } from './overdue-limit.ts';

/** A metric of an agency over all periods with figures: what /dien-bien says. */
export async function answerTrend(knowledge: Knowledge, question: Question): Promise<Reply> {
  const metric = question.slots.metric ?? 'overdue';
  const { agency, notes } = askedIn(knowledge, question, metric);
  const answer = await askTrend(knowledge, { agency, metric });
  const last = answer.points.at(-1);
  if (last === undefined) {
    const story = storyOf(knowledge.directory, agency.id);
    const nothing = { kind: 'noFigures', agency, asked: null, available: [], story } as const;
    return noFiguresReply(nothing, metric, notes);
  }
  return trendReply(answer, overdueLimit(knowledge, agency.level, last.period.to.year), notes);
}
