import type { Question } from '../dialogue/question.ts';
import type { Metric } from '../figures/metric.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { askStatement } from '../queries/statement-answer.ts';
import { noFiguresReply } from '../replies/no-figures-reply.ts';
import type { Reply } from '../replies/reply.ts';
import { ledBy } from '../replies/statement-lead.ts';
import { statementReply } from '../replies/statement-reply.ts';
import { isGraded } from './answer-graded.ts';
import { answerIndex } from './answer-index.ts';
import { askedIn } from './asked.ts';
import { statedAgainstBlocks } from './stated-against.ts';

/** A published rate, score or amount: what /truc-tuyen, /thanh-toan, /buu-chinh, /so-hoa, /hai-long say. */
export async function answerStatement(
  knowledge: Knowledge,
  question: Question,
  metric: Metric,
): Promise<Reply> {
  if (metric === 'serviceIndex' || isGraded(metric)) return answerIndex(knowledge, question);
  const { agency, period, notesOnFirst: notes } = askedIn(knowledge, question, metric);
  const answer = await askStatement(knowledge, { agency, metric, period });
  if (answer.kind !== 'statement') {
    const stated = await statedAgainstBlocks(knowledge, answer, metric);
    return noFiguresReply(answer, { metric }, [...stated, ...notes]);
  }
  const reply = statementReply(answer, knowledge.directory, notes);
  return ledBy(reply, answer, question.slots);
}
