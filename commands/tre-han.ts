import { answerForecast } from '../src/answers/answer-forecast.ts';
import { answerRate } from '../src/answers/answer-rate.ts';
import { type ForecastRoom, withForecast } from '../src/answers/with-forecast.ts';
import { formulaFor } from '../src/asking/formula-asked.ts';
import type { Command } from '../src/dialogue/command.ts';
import { otherFormula } from '../src/figures/metric.ts';

/** Overdue rate and counts of an agency, with limit, comparison and chart, and what it will come to. */
export function treHan(room: ForecastRoom): Command {
  return {
    answer: async (question) => {
      if (question.slots.forecast) return answerForecast(room, question);
      const reply = await answerRate(room.knowledge, question, 'overdue');
      // What it will come to is counted by the default.
      const other = otherFormula(formulaFor(question.slots.formula));
      return other === null ? withForecast(reply, room) : reply;
    },
  };
}
