import { answerStatement } from '../src/answers/answer-statement.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';

/** Online payments: how many, how much. */
export function thanhToan(knowledge: Knowledge): Command {
  return {
    answer: (question) => answerStatement(knowledge, question, 'onlinePayment'),
  };
}
