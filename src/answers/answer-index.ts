import type { Question } from '../dialogue/question.ts';
import { askIndex } from '../queries/index-answer.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import type { NoFigures } from '../queries/no-figures.ts';
import { askStatement } from '../queries/statement-answer.ts';
import { indexRankingReply } from '../replies/index-ranking-reply.ts';
import { indexReply, lostFirst, NEITHER_INDEX, NO_REFORM_INDEX } from '../replies/index-reply.ts';
import { noFiguresReply } from '../replies/no-figures-reply.ts';
import type { Block, Reply } from '../replies/reply.ts';
import { statementReply } from '../replies/statement-reply.ts';
import { askedIn } from './asked.ts';

const SERVICE = { metric: 'serviceIndex' } as const;
const REFORM = { metric: 'reformIndex' } as const;

/**
 * What /chi-so says. Two indices go by that name: the one of 100 points that the national portal publishes, and the reform
 * index of documents. The one that was named goes first, else the portal's; the other answers where that has no figures.
 */
export async function answerIndex(knowledge: Knowledge, question: Question): Promise<Reply> {
  const { agency, period, notesOnFirst: notes } = askedIn(knowledge, question, 'serviceIndex');
  const { metric, asks } = question.slots;
  const asked = { agency, period };
  const index = await askIndex(knowledge, asked);
  const wantsReform = metric === 'reformIndex';
  if (index.kind === 'index' && !wantsReform) {
    return (asks === 'why' ? lostFirst : indexReply)(index, notes);
  }
  const reform = await askStatement(knowledge, { ...asked, metric: 'reformIndex' });
  if (reform.kind === 'statement') return statementReply(reform, knowledge.directory, notes);
  if (wantsReform && reform.available.length > 0) {
    return noFiguresReply(reform, REFORM, notes);
  }
  if (index.kind === 'index') return indexReply(index, [...notes, NO_REFORM_INDEX]);
  return (await isPublished(knowledge)) || index.available.length > 0
    ? noFiguresReply(index, SERVICE, notes)
    : neitherReply(reform, wantsReform, notes);
}

/** Of the one that was named; of both where none was. */
function neitherReply(missing: NoFigures, wantsReform: boolean, notes: readonly Block[]): Reply {
  return wantsReform
    ? noFiguresReply(missing, REFORM, notes)
    : noFiguresReply(missing, SERVICE, [...notes, NEITHER_INDEX]);
}

/** What /xep-hang says of it: the departments by their points, or those of a level. */
export async function rankIndex(knowledge: Knowledge, question: Question): Promise<Reply> {
  const { period, notes } = askedIn(knowledge, question, 'serviceIndex');
  const { order, among } = question.slots;
  const agency = knowledge.directory.province;
  const index = await askIndex(knowledge, { agency, period });
  if (index.kind !== 'index') return noFiguresReply(index, SERVICE, notes);
  const isAll = among === null || among.level === 'any';
  const units = index.units.filter((unit) => isAll || unit.agency.level === among.level);
  return indexRankingReply({ ...index, units }, order ?? 'worst', notes);
}

async function isPublished({ directory, snapshots }: Knowledge): Promise<boolean> {
  return (await snapshots.statements(directory.province.id, 'serviceIndex')).length > 0;
}
