import { answerStatement } from '../src/answers/answer-statement.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';

/** Dossiers by public post. */
export function buuChinh(knowledge: Knowledge): Command {
  return {
    answer: (question) => answerStatement(knowledge, question, 'postal'),
  };
}
