import type { Agency } from '../agencies/agency.ts';
import { judgedLevel } from '../agencies/judged-level.ts';
import type { Question } from '../dialogue/question.ts';
import { askAmounts, isAmount } from '../queries/amounts.ts';
import { askComparison } from '../queries/comparison.ts';
import { compareIndices } from '../queries/index-comparison.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { amountsReply } from '../replies/amounts-reply.ts';
import { compareWhatReply, comparisonReply } from '../replies/comparison-reply.ts';
import { indexComparisonReply } from '../replies/index-comparison-reply.ts';
import type { Reply } from '../replies/reply.ts';
import { uniqueBy } from '../unique-by.ts';
import { askedIn } from './asked.ts';
import { overdueLimit } from './overdue-limit.ts';

/** Agencies or periods side by side: what /so-sanh says. */
export async function answerComparison(knowledge: Knowledge, question: Question): Promise<Reply> {
  const { periods } = question.slots;
  const metric = question.slots.metric ?? 'overdue';
  const { agency, agencies: named, others, notes } = askedIn(knowledge, question, metric);
  const agencies: readonly Agency[] =
    named.length === 0 ? [agency] : uniqueBy(named, ({ id }) => id);
  const isSpan = periods.some(({ kind }) => kind === 'years');
  if (!isSpan && agencies.length * Math.max(periods.length, 1) < 2) {
    return compareWhatReply(agency, others);
  }
  if (metric === 'serviceIndex') {
    return indexComparisonReply(await compareIndices(knowledge, { agencies, periods }), notes);
  }
  if (isAmount(metric)) {
    return amountsReply(await askAmounts(knowledge, { agencies, periods, metric }), notes);
  }
  const answer = await askComparison(knowledge, { agencies, periods, metric });
  const year = answer.sides.find(({ period }) => period !== null)?.period?.to.year;
  const limit = year === undefined ? null : overdueLimit(knowledge, judgedLevel(agency), year);
  return comparisonReply(answer, limit, notes);
}
