import { answerTrend } from '../src/answers/answer-trend.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';

/** A metric of an agency over periods. */
export function dienBien(knowledge: Knowledge): Command {
  return {
    answer: (question) => answerTrend(knowledge, question),
  };
}
