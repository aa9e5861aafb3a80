import type { Agency } from '../agencies/agency.ts';
import { membersOf } from '../agencies/members.ts';
import type { PeriodAsked } from '../calendar/period.ts';
import type { Among, Question } from '../dialogue/question.ts';
import { defaultRankingLevel } from '../queries/default-ranking-level.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { askRanking } from '../queries/ranking.ts';
import { rankedAmong, unitWord } from '../replies/agency-names.ts';
import { noRankingReply, rankingReply } from '../replies/ranking-reply.ts';
import type { Reply } from '../replies/reply.ts';
import { answerStatement } from './answer-statement.ts';
import { askedIn } from './asked.ts';
import { overdueLimit } from './overdue-limit.ts';

/** Agencies of a level in order of a rate: what /xep-hang says. Without a level the districts are ranked, or what the province has instead. */
export async function answerRanking(knowledge: Knowledge, question: Question): Promise<Reply> {
  const { slots } = question;
  const metric = slots.metric ?? 'overdue';
  if (metric !== 'overdue' && metric !== 'onTime')
    return answerStatement(knowledge, question, metric);
  const { agency, agencies: named, period, notes } = askedIn(knowledge, question, metric);
  const among = slots.among ?? (await amongAround(knowledge, named[0] ?? null, period));
  const agencies = membersOf(knowledge.directory, { ...among, during: null });
  const order = slots.order ?? 'worst';
  const answer = await askRanking(knowledge, { agencies, metric, order, period });
  if (answer.kind === 'noRanking') return noRankingReply(answer, metric, notes);
  const within = among.within === null ? null : knowledge.directory.get(among.within);
  const words = {
    among: rankedAmong(among.level, within),
    unit: unitWord(among.level),
    limit: overdueLimit(knowledge, among.level, answer.period.to.year),
    top: slots.top,
    marked: named.length === 0 ? null : agency.id,
  };
  return rankingReply(answer, words, notes);
}

/** No level said: an agency is ranked among its peers, a total by its members, the province by what it has. */
async function amongAround(
  knowledge: Knowledge,
  agency: Agency | null,
  period: PeriodAsked | null,
): Promise<Among> {
  if (agency === null || agency.level === 'province') {
    return { level: await defaultRankingLevel(knowledge, { within: null, period }), within: null };
  }
  if (agency.level === 'group') {
    const { id: within, memberLevel } = agency;
    const level = memberLevel ?? (await defaultRankingLevel(knowledge, { within, period }));
    return { level, within };
  }
  return { level: agency.level, within: agency.level === 'commune' ? agency.parent : null };
}
