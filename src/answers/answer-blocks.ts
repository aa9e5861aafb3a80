import type { Among, Question, Slots } from '../dialogue/question.ts';
import type { Sieve } from '../figures/limit.ts';
import type { Metric } from '../figures/metric.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { askStatement } from '../queries/statement-answer.ts';
import { blocksReply } from '../replies/blocks-reply.ts';
import type { Reply } from '../replies/reply.ts';
import { ledBy } from '../replies/statement-lead.ts';
import { statementReply } from '../replies/statement-reply.ts';
import { askedIn } from './asked.ts';

/** Published rates of the blocks in order: "khối nào hài lòng thấp nhất". Null where not the blocks are asked about. */
export async function answerBlocks(
  knowledge: Knowledge,
  question: Question,
  metric: Metric,
): Promise<Reply | null> {
  const { among, only, order } = question.slots;
  if (among === null || among.within !== null || !isPublishedOfEach(among, order)) return null;
  const { agency, period, notes } = askedIn(knowledge, question, metric);
  const answer = await askStatement(knowledge, { agency, metric, period });
  if (answer.kind !== 'statement') return null;
  const sieve = typeof only === 'string' ? null : only;
  if (only === 'kept' || only === 'broken') {
    const reply = statementReply(answer, knowledge.directory, notes);
    return ledBy(reply, answer, { by: null, only: null, asks: 'verdict' });
  }
  return blocksReply(answer, knowledge.directory, {
    order: order ?? naturalOrder(sieve),
    sieve,
    notes,
  });
}

/** Those below a value come lowest first. */
function naturalOrder(sieve: Sieve | null): 'worst' | 'best' {
  return sieve?.bounds[0]?.side === 'below' ? 'worst' : 'best';
}

/** Blocks stand side by side; the vertical sector is a block itself, whose offices are meant where their order is asked for. */
function isPublishedOfEach({ level }: Among, order: Slots['order']): boolean {
  return level === 'group' || (level === 'verticalSector' && order !== null);
}
