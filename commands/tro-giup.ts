import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';
import { helpReply } from '../src/replies/help-reply.ts';

/** Help that fits one screen, with examples that work. */
export function troGiup(knowledge: Knowledge): Command {
  return {
    answer: async () => helpReply(knowledge.directory.province),
  };
}
