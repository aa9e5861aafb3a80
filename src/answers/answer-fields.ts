import { judgedLevel } from '../agencies/judged-level.ts';
import type { Question } from '../dialogue/question.ts';
import { askFields } from '../queries/by-field.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { fieldsReply, noFieldsReply } from '../replies/fields-reply.ts';
import type { Reply } from '../replies/reply.ts';
import { askedIn } from './asked.ts';
import { overdueLimit } from './overdue-limit.ts';

/** An agency's overdue dossiers by field of work: what /linh-vuc says. */
export async function answerFields(knowledge: Knowledge, question: Question): Promise<Reply> {
  const { agency, period, notesOnFirst: notes } = askedIn(knowledge, question, 'overdue');
  const answer = await askFields(knowledge, { agency, period });
  if (answer.kind === 'noFigures') return noFieldsReply(answer, notes);
  const limit = overdueLimit(knowledge, judgedLevel(agency), answer.period.to.year);
  return fieldsReply(answer, limit, notes);
}
