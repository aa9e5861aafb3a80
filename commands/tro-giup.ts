import { answerHelp } from '../src/answers/answer-help.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';
import { helpReply } from '../src/replies/help-reply.ts';

/** Help that fits one screen: what works in this chat. */
export function troGiup({ directory }: Knowledge): Command {
  return {
    answer: async (_, asker) => answerHelp(asker, directory, helpReply),
  };
}
