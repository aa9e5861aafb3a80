import { askedIn } from '../src/answers/asked.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';
import { askSources } from '../src/queries/sources.ts';
import { sourcesReply } from '../src/replies/sources-reply.ts';

/** Which documents the figures come from, and as of when; of the periods named, if any is. */
export function nguon(knowledge: Knowledge): Command {
  return {
    async answer(question) {
      const { agencies, notesOnFirst: notes } = askedIn(knowledge, question, null);
      const answer = await askSources(knowledge, agencies[0] ?? null, question.slots.periods);
      return sourcesReply(answer, notes);
    },
  };
}
