import { answerBalance } from '../src/answers/answer-balance.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';

/** The full balance of an agency's dossiers: received, resolved, pending, unexplained. */
export function hoSo(knowledge: Knowledge): Command {
  return {
    answer: (question) => answerBalance(knowledge, question),
  };
}
