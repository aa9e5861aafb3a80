import { answerOverview } from '../src/answers/answer-overview.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';

/** The province or an agency in at most eight lines. */
export function tongQuan(knowledge: Knowledge): Command {
  return {
    answer: (question) => answerOverview(knowledge, question),
  };
}
