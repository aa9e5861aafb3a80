import { askedIn } from '../src/answers/asked.ts';
import type { Command } from '../src/dialogue/command.ts';
import { askConsistency } from '../src/queries/consistency.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';
import { consistencyReply } from '../src/replies/consistency-reply.ts';

/** Where official figures contradict themselves, for an agency and what lies below it. */
export function doiChieu(knowledge: Knowledge): Command {
  return {
    async answer(question) {
      const { agency, notesOnFirst: notes } = askedIn(knowledge, question, null);
      return consistencyReply(await askConsistency(knowledge, agency), notes);
    },
  };
}
