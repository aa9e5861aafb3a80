import type { Asker } from '../audience/asker.ts';
import { dossierView } from '../audience/rights.ts';
import type { Question } from '../dialogue/question.ts';
import type { DueKnowledge } from '../queries/due-knowledge.ts';
import { askDueList } from '../queries/due-list.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { dueReply, noDossiersReply, notYourDossiersReply } from '../replies/due-reply.ts';
import type { Reply } from '../replies/reply.ts';
import { askedIn } from './asked.ts';

/** What the commands about single dossiers need. */
export type DueRoom = { readonly knowledge: Knowledge; readonly due: DueKnowledge };

/** The dossiers of one agency that are late or fall due soon, as far as the asker's chat may see them. */
export async function answerDue(
  { knowledge, due }: DueRoom,
  question: Question,
  { asker, only }: { readonly asker: Asker; readonly only: 'overdue' | null },
): Promise<Reply> {
  const { agency, notes } = askedIn(knowledge, question, null);
  const view = dossierView(asker.standing, agency.id, due.directory);
  if (view === null) return notYourDossiersReply(agency, asker);
  const list = await askDueList(due, { agency, view, only });
  if (list.kind === 'noDossiers') return noDossiersReply(list, notes);
  return dueReply(list, notes, question.slots.dueWhen);
}
