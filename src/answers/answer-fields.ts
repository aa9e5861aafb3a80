import { judgedLevel } from '../agencies/judged-level.ts';
import type { Question } from '../dialogue/question.ts';
import { askFields } from '../queries/by-field.ts';
import { fieldOwners } from '../queries/field-owners.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { fieldsByNumberReply, fieldsReply } from '../replies/fields-reply.ts';
import { noFieldsReply } from '../replies/no-fields-reply.ts';
import type { Reply } from '../replies/reply.ts';
import { fieldBlock } from '../replies/understood-note.ts';
import { askedIn } from './asked.ts';
import { overdueLimit } from './overdue-limit.ts';

/** An agency's overdue dossiers by field of work: what /linh-vuc says. */
export async function answerFields(knowledge: Knowledge, question: Question): Promise<Reply> {
  const { agency, period, notesOnFirst: notes } = askedIn(knowledge, question, 'overdue');
  const { field } = question.slots;
  const answer = await askFields(knowledge, { agency, period, field: field?.text ?? null });
  if (answer.kind === 'noFigures') {
    const owners = await fieldOwners(knowledge, agency);
    return noFieldsReply(answer, { owners, field }, notes);
  }
  const limit = overdueLimit(knowledge, judgedLevel(agency), answer.period.to.year);
  const meant = field === null || field.isSaid ? [] : [fieldBlock(field.text)];
  const said = [...notes, ...meant];
  if (question.slots.metric !== 'dossiers') return fieldsReply(answer, limit, said);
  const { order } = question.slots;
  const first = order === null ? null : order === 'worst' ? 'least' : 'most';
  return fieldsByNumberReply(answer, { limit, order: first }, said);
}
