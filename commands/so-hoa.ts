import { answerStatement } from '../src/answers/answer-statement.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';

/** Digitization of dossiers, or how many results are given electronically. */
export function soHoa(knowledge: Knowledge): Command {
  return {
    answer: (question) =>
      answerStatement(knowledge, question, question.slots.metric ?? 'digitization'),
  };
}
