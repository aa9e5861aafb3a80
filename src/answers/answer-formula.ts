import type { Question } from '../dialogue/question.ts';
import { isCounted } from '../figures/metric.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { askRate } from '../queries/rate-answer.ts';
import { formulaReply } from '../replies/formula-reply.ts';
import type { Reply } from '../replies/reply.ts';
import { askedIn } from './asked.ts';

/** How a metric is computed, with an agency's own numbers put in: what /cong-thuc says. */
export async function answerFormula(knowledge: Knowledge, question: Question): Promise<Reply> {
  const metric = question.slots.metric ?? 'overdue';
  const { agency, period, notesOnFirst: notes } = askedIn(knowledge, question, metric);
  if (!isCounted(metric)) return formulaReply(metric, null, notes);
  const example = await askRate(knowledge, { agency, metric, period, others: [] });
  return formulaReply(metric, example, notes);
}
