import { answerStatement } from '../src/answers/answer-statement.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';

/** Digitization of dossiers and results. */
export function soHoa(knowledge: Knowledge): Command {
  return {
    name: 'so-hoa',
    aliases: [],
    answer: (question) => answerStatement(knowledge, question, 'digitization'),
  };
}
