import { answerHelp } from '../src/answers/answer-help.ts';
import type { Reception } from '../src/answers/reception.ts';
import type { Command } from '../src/dialogue/command.ts';
import { helpReply } from '../src/replies/help-reply.ts';

/** Help that fits one screen: what works in this chat. */
export function troGiup(reception: Pick<Reception, 'directory' | 'botNames'>): Command {
  return {
    answer: async (_, asker) => answerHelp(asker, reception, helpReply),
  };
}
