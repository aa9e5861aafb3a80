import { answerDue, type DueRoom } from '../src/answers/answer-due.ts';
import { answerOverdueNow } from '../src/answers/answer-overdue-now.ts';
import { asksOverdueNow } from '../src/asking/overdue-now.ts';
import type { Command } from '../src/dialogue/command.ts';

/** Dossiers of an agency that are late already; how many there are today is asked of the figures where there is no list. */
export function quaHan(room: DueRoom): Command {
  return {
    answer: (question, asker) =>
      asksOverdueNow(question.command, question.slots.metric)
        ? answerOverdueNow(room, question, asker)
        : answerDue(room, question, { asker, only: 'overdue' }),
  };
}
