import { answerReport } from '../src/answers/answer-report.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';

/** The table of an agency in the layout of form II.06a or Phụ lục 2, as XLSX. */
export function baoCao(knowledge: Knowledge): Command {
  return {
    answer: (question) => answerReport(knowledge, question),
  };
}
