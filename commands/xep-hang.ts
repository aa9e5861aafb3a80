import { answerRanking } from '../src/answers/answer-ranking.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';

/** Ranking of agencies of a level, worst or best first. */
export function xepHang(knowledge: Knowledge): Command {
  return {
    answer: (question) => answerRanking(knowledge, question),
  };
}
