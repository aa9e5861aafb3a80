import { answerHelp } from '../src/answers/answer-help.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';
import { welcomeReply } from '../src/replies/help-reply.ts';

/** The first words a person says to a bot: who it is and what to ask, or how to be let in. */
export function start({ directory }: Knowledge): Command {
  return {
    answer: async (_, asker) => answerHelp(asker, directory, welcomeReply),
  };
}
