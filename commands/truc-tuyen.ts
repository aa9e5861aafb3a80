import { answerStatement } from '../src/answers/answer-statement.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';

/** Online rate against the target of the agency's level. */
export function trucTuyen(knowledge: Knowledge): Command {
  return {
    answer: (question) => answerStatement(knowledge, question, question.slots.metric ?? 'online'),
  };
}
