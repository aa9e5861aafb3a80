import { answerHelp } from '../src/answers/answer-help.ts';
import type { Reception } from '../src/answers/reception.ts';
import type { Command } from '../src/dialogue/command.ts';
import { welcomeReply } from '../src/replies/help-reply.ts';

/** The first words a person says to a bot: who it is and what to ask, or how to be let in. */
export function start(reception: Pick<Reception, 'directory' | 'botNames'>): Command {
  return {
    answer: async (_, asker) => answerHelp(asker, reception, welcomeReply),
  };
}
