import { answerFormula } from '../src/answers/answer-formula.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';

/** How a metric is computed. */
export function congThuc(knowledge: Knowledge): Command {
  return {
    answer: (question) => answerFormula(knowledge, question),
  };
}
