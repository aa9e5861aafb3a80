import { answerComparison } from '../src/answers/answer-comparison.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';

/** Agencies or periods side by side. */
export function soSanh(knowledge: Knowledge): Command {
  return {
    answer: (question) => answerComparison(knowledge, question),
  };
}
