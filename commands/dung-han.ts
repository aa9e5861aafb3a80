import { answerRate } from '../src/answers/answer-rate.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';

/** On-time rate of an agency. */
export function dungHan(knowledge: Knowledge): Command {
  return {
    answer: (question) => answerRate(knowledge, question, 'onTime'),
  };
}
