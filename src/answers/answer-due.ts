import { exactName } from '../asking/question-text.ts';
import type { Asker } from '../audience/asker.ts';
import { dossierView } from '../audience/rights.ts';
import { dayOf } from '../clock.ts';
import type { Question } from '../dialogue/question.ts';
import type { DueKnowledge } from '../queries/due-knowledge.ts';
import { askDueList } from '../queries/due-list.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { type NoLonger, noLonger } from '../queries/no-longer.ts';
import {
  dueReply,
  numbersOnlyBlocks,
  noDossiersReply,
  notYourDossiersReply,
} from '../replies/due-reply.ts';
import { successorChoices, toldGone } from '../replies/gone-agency.ts';
import type { Choice, Reply } from '../replies/reply.ts';
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
  const gone = noLonger(due.directory, agency, dayOf(due.clock.now()));
  const reply =
    list.kind === 'noDossiers'
      ? noDossiersReply(list, notes, choicesInstead(gone, asker, { due, only }))
      : dueReply(list, [...notes, ...numbersOnlyBlocks(list)], question.slots.dueWhen);
  return gone === null ? reply : toldGone(reply, gone);
}

/** The same of who has taken over, of those that the chat may be told of. */
function choicesInstead(
  gone: NoLonger | null,
  { standing }: Asker,
  { due, only }: Pick<DueRoom, 'due'> & { readonly only: 'overdue' | null },
): readonly Choice[] {
  if (gone === null) return [];
  const { directory } = due;
  const successors = gone.successors.filter(
    ({ id }) => dossierView(standing, id, directory) !== null,
  );
  const command = only === null ? 'sap-den-han' : 'qua-han';
  return successorChoices({ successors }, (one) => `/${command} ${exactName(one)}`);
}
