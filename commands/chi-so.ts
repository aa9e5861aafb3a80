import { answerStatement } from '../src/answers/answer-statement.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';

/** Reform index, where figures exist. */
export function chiSo(knowledge: Knowledge): Command {
  return {
    answer: (question) => answerStatement(knowledge, question, 'reformIndex'),
  };
}
