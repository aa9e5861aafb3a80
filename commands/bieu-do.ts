import { answerChart } from '../src/answers/answer-chart.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';

/** The chart alone. */
export function bieuDo(knowledge: Knowledge): Command {
  return {
    answer: (question) => answerChart(knowledge, question),
  };
}
