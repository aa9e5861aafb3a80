import { answerFields } from '../src/answers/answer-fields.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';

/** Overdue dossiers by field of work. */
export function linhVuc(knowledge: Knowledge): Command {
  return {
    answer: (question) => answerFields(knowledge, question),
  };
}
