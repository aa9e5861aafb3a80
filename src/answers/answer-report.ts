import type { Question } from '../dialogue/question.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { askReport } from '../queries/report.ts';
import { noFiguresReply } from '../replies/no-figures-reply.ts';
import type { Reply } from '../replies/reply.ts';
import { reportReply } from '../replies/report-reply.ts';
import { askedIn } from './asked.ts';

/** The table of an agency in official form, as a file: what /bao-cao says. */
export async function answerReport(knowledge: Knowledge, question: Question): Promise<Reply> {
  const { agency, period, notesOnFirst: notes } = askedIn(knowledge, question, null);
  const answer = await askReport(knowledge, { agency, period });
  return answer.kind === 'report'
    ? reportReply(answer, notes)
    : noFiguresReply(answer, { metric: 'dossiers', command: 'bao-cao' }, notes);
}
