import type { Question, Slots } from '../dialogue/question.ts';
import type { CountedMetric } from '../figures/metric.ts';
import { tallyFor } from '../figures/tally.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { askRate } from '../queries/rate-answer.ts';
import { noFiguresReply } from '../replies/no-figures-reply.ts';
import { withOtherFormula } from '../replies/other-formula-reply.ts';
import type { RateLead } from '../replies/rate-lead.ts';
import { rateReply } from '../replies/rate-reply.ts';
import type { Reply } from '../replies/reply.ts';
import { byFormulaBlock } from '../replies/understood-note.ts';
import { NOT_REPORTED, whyReply } from '../replies/why-reply.ts';
import { askedIn } from './asked.ts';
import { statedAgainstBlocks } from './stated-against.ts';

/** The rate of one agency: what /tre-han and /dung-han say. */
export async function answerRate(
  knowledge: Knowledge,
  question: Question,
  metric: CountedMetric,
): Promise<Reply> {
  const asked = askedIn(knowledge, question, metric);
  const { agency, others, period, formula, notesOnFirst: notes } = asked;
  const answer = await askRate(knowledge, { agency, metric, period, formula, others });
  const asksWhy = question.slots.asks === 'why';
  if (answer.kind !== 'rate') {
    const isMissed = asksWhy && answer.asked !== null && answer.available.length > 0;
    const why = isMissed ? [NOT_REPORTED] : [];
    const by = formula === null ? [] : [byFormulaBlock(formula)];
    const stated = await statedAgainstBlocks(knowledge, answer, metric);
    const reply = noFiguresReply(answer, { metric, formula }, [...stated, ...notes, ...why, ...by]);
    if (formula === null) return reply;
    const other = await askRate(knowledge, { agency, metric, period, others });
    return other.kind === 'rate' ? withOtherFormula(reply, other) : reply;
  }
  if (asksWhy) return whyReply(answer, notes);
  return rateReply(answer, notes, leadOf(metric, question.slots));
}

/** What was asked for first: a number, or how the rate stands to a value. */
function leadOf(metric: CountedMetric, { by, only, asks }: Slots): RateLead {
  const sieve = typeof only === 'string' ? null : only;
  const number = tallyFor(metric, sieve?.of === 'number' && by === null ? 'count' : by);
  return { number, sieve, asks };
}
