import type { Agency, Level } from '../agencies/agency.ts';
import { membersOf } from '../agencies/members.ts';
import type { Period, PeriodAsked } from '../calendar/period.ts';
import type { Among, Question, Slots } from '../dialogue/question.ts';
import type { Metric } from '../figures/metric.ts';
import { defaultRankingLevel } from '../queries/default-ranking-level.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { askRanking } from '../queries/ranking.ts';
import { rankedAmong, unitWord } from '../replies/agency-names.ts';
import {
  insteadOfRanking,
  noRankingReply,
  rankingReply,
  type RankingWords,
} from '../replies/ranking-reply.ts';
import type { Reply } from '../replies/reply.ts';
import { answerBalance } from './answer-balance.ts';
import { answerStatement } from './answer-statement.ts';
import { askedIn } from './asked.ts';
import { overdueLimit } from './overdue-limit.ts';

/** Agencies of a level in order of a rate: what /xep-hang says. Without a level the districts are ranked, or what the province has instead. */
export async function answerRanking(knowledge: Knowledge, question: Question): Promise<Reply> {
  const { slots } = question;
  const metric = slots.metric ?? 'overdue';
  if (metric !== 'overdue' && metric !== 'onTime') return unranked(knowledge, question, metric);
  const { agencies: named, period, notes } = askedIn(knowledge, question, metric);
  const among = slots.among ?? (await amongAround(knowledge, named[0] ?? null, period));
  const agencies = membersOf(knowledge.directory, { ...among, during: null });
  const order = slots.order ?? 'worst';
  const answer = await askRanking(knowledge, { agencies, metric, order, period });
  if (answer.kind === 'noRanking') return noRankingReply(answer, metric, notes);
  return rankingReply(
    answer,
    wordsFor(knowledge, { among, named, slots, period: answer.period }),
    notes,
  );
}

type Ranked = {
  readonly among: Among;
  readonly named: readonly Agency[];
  readonly slots: Slots;
  readonly period: Period;
};

function wordsFor(knowledge: Knowledge, { among, named, slots, period }: Ranked): RankingWords {
  const within = among.within === null ? null : knowledge.directory.get(among.within);
  return {
    among: rankedAmong(among.level, within),
    unit: unitWord(among.level),
    limit: overdueLimit(knowledge, among.level, period.to.year),
    top: slots.top,
    marked: named[0]?.id ?? null,
    instead: slots.among === null && named.length === 0 ? otherLevels(among.level) : [],
  };
}

/** Amounts and published rates exist for totals only, or for few: shown as they are, with a word when units were asked for. */
async function unranked(knowledge: Knowledge, question: Question, metric: Metric): Promise<Reply> {
  const reply =
    metric === 'dossiers'
      ? await answerBalance(knowledge, question)
      : await answerStatement(knowledge, question, metric);
  return question.slots.among === null ? reply : insteadOfRanking(reply);
}

/** The levels leaders compare, but for one. */
function otherLevels(chosen: Level): readonly Level[] {
  return (['district', 'department', 'commune'] as const).filter((level) => level !== chosen);
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
