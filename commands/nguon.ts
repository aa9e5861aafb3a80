import { askedIn } from '../src/answers/asked.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';
import { askSources } from '../src/queries/sources.ts';
import { sourcesReply } from '../src/replies/sources-reply.ts';

/** Which documents the figures come from, and as of when; of the periods named, if any is. */
export function nguon(knowledge: Knowledge): Command {
  return {
    async answer(question) {
      const { agencies, notesOnFirst: notes } = askedIn(knowledge, question, question.slots.metric);
      const { metric, periods } = question.slots;
      const answer = await askSources(knowledge, { agency: agencies[0] ?? null, metric, periods });
      return sourcesReply(answer, notes);
    },
  };
}
