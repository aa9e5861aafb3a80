import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';
import { welcomeReply } from '../src/replies/help-reply.ts';

/** The first words a person says to a Telegram bot: who it is and what to ask. */
export function start(knowledge: Knowledge): Command {
  return {
    answer: async () => welcomeReply(knowledge.directory.province),
  };
}
