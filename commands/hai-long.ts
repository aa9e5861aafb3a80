import { answerStatement } from '../src/answers/answer-statement.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';

/** Satisfaction index by block. */
export function haiLong(knowledge: Knowledge): Command {
  return {
    answer: (question) => answerStatement(knowledge, question, 'satisfaction'),
  };
}
