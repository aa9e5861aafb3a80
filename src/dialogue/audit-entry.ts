import { COMMANDS } from '../asking/commands.ts';
import { markOf } from '../audit/reply-mark.ts';
import type { AuditEntry } from '../audit/store.ts';
import { withoutPersonal } from '../audit/without-personal.ts';
import { fullText } from './ask-text.ts';
import type { Answered } from './dialogue.ts';

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
    // Names of agencies and numbers only, no words of the person.
    asked: isQuestion ? fullText(question) : null,
    snapshots: reply.snapshots,
  };
}
