import type { Question } from '../dialogue/question.ts';
import { balanceNumber } from '../figures/tally.ts';
import { askBalance } from '../queries/balance.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { balanceReply } from '../replies/balance-reply.ts';
import { noFiguresReply } from '../replies/no-figures-reply.ts';
import type { Reply } from '../replies/reply.ts';
import { askedIn } from './asked.ts';

/** The balance of an agency's dossiers: what /ho-so says. */
export async function answerBalance(knowledge: Knowledge, question: Question): Promise<Reply> {
  const { agency, period, notes } = askedIn(knowledge, question, 'dossiers');
  const answer = await askBalance(knowledge, { agency, period });
  return answer.kind === 'balance'
    ? balanceReply(answer, { notes, lead: balanceNumber(question.slots.by) })
    : noFiguresReply(answer, { metric: 'dossiers' }, notes);
}
