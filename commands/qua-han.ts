import { answerDue, type DueRoom } from '../src/answers/answer-due.ts';
import type { Command } from '../src/dialogue/command.ts';

/** Dossiers of an agency that are late already. */
export function quaHan(room: DueRoom): Command {
  return {
    answer: (question, asker) => answerDue(room, question, { asker, only: 'overdue' }),
  };
}
