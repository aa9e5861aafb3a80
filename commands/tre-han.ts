import { answerRate } from '../src/answers/answer-rate.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';

/** Overdue rate and counts of an agency, with limit, comparison and chart. */
export function treHan(knowledge: Knowledge): Command {
  return {
    answer: (question) => answerRate(knowledge, question, 'overdue'),
  };
}
