import type { Asker } from '../audience/asker.ts';
import { dossierView } from '../audience/rights.ts';
import type { Question } from '../dialogue/question.ts';
import { askDueList } from '../queries/due-list.ts';
import { dueReply } from '../replies/due-reply.ts';
import { withoutTodayReply } from '../replies/overdue-now-reply.ts';
import type { Reply } from '../replies/reply.ts';
import type { DueRoom } from './answer-due.ts';
import { answerRanking } from './answer-ranking.ts';
import { answerRate } from './answer-rate.ts';
import { askedIn } from './asked.ts';

/**
 * What is late today: from the list of dossiers where there is one that the asker may see, otherwise the newest figures,
 * which say first that they are not of today.
 */
export async function answerOverdueNow(
  { knowledge, due }: DueRoom,
  question: Question,
  asker: Asker,
): Promise<Reply> {
  const { agency, notes } = askedIn(knowledge, question, null);
  const view = dossierView(asker.standing, agency.id, due.directory);
  const list = view === null ? null : await askDueList(due, { agency, view, only: 'overdue' });
  if (list?.kind === 'due') return dueReply(list, notes, question.slots.dueWhen);
  const figures =
    question.slots.among === null
      ? await answerRate(knowledge, question, 'overdue')
      : await answerRanking(knowledge, question);
  return withoutTodayReply(figures, list === null);
}
