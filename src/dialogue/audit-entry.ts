import { COMMANDS } from '../asking/commands.ts';
import { markOf } from '../audit/reply-mark.ts';
import type { AuditEntry } from '../audit/store.ts';
import { withoutPersonal } from '../audit/without-personal.ts';
import { fullText } from './ask-text.ts';
import type { Answered } from './dialogue.ts';
import type { Question } from './question.ts';

/** An answer as account is kept of it; `when` is the moment, and the revision of the snapshots then. */
export function auditEntry(
  { message, question, reply, standing }: Answered,
  when: Pick<AuditEntry, 'at' | 'revision'>,
): AuditEntry {
  const { channel, chat, person, text } = message;
  const isQuestion = question !== null && COMMANDS[question.command].isQuestion;
  return {
    ...when,
    ...markOf(reply),
    channel,
    chat,
    person,
    role: standing.role,
    typed: withoutPersonal(text),
    asked: isQuestion ? fullText(impersonal(question)) : null,
    snapshots: reply.snapshots,
  };
}

/** A question is put in words of the bot's own, but for a field and a time, which are the person's. */
function impersonal({ slots, ...question }: Question): Question {
  const { field, dueWhen } = slots;
  return {
    ...question,
    slots: {
      ...slots,
      field: field === null ? null : { ...field, text: withoutPersonal(field.text) },
      ...(dueWhen === undefined ? {} : { dueWhen: withoutPersonal(dueWhen) }),
    },
  };
}
