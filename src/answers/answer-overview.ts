import type { Question } from '../dialogue/question.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { askOverview } from '../queries/overview.ts';
import { noFiguresReply } from '../replies/no-figures-reply.ts';
import { overviewReply } from '../replies/overview-reply.ts';
import type { Reply } from '../replies/reply.ts';
import { askedIn } from './asked.ts';

/** The state of the province or an agency in at most eight lines: what /tong-quan says. */
export async function answerOverview(knowledge: Knowledge, question: Question): Promise<Reply> {
  const { agency, period, notesOnFirst: notes } = askedIn(knowledge, question, 'overdue');
  const answer = await askOverview(knowledge, { agency, period });
  return answer.kind === 'overview'
    ? overviewReply(answer, notes)
    : noFiguresReply(answer, { metric: 'overdue', command: 'tong-quan' }, notes);
}
