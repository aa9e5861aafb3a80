import { exactName } from '../asking/question-text.ts';
import type { Period } from '../calendar/period.ts';
import type { Only, Question, Slots } from '../dialogue/question.ts';
import { type Bound, type Limit, oppositeOf } from '../figures/limit.ts';
import type { Metric } from '../figures/metric.ts';
import { type Tally, tallyFor } from '../figures/tally.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { askRanking } from '../queries/ranking.ts';
import type { CountedMetric } from '../queries/rate.ts';
import { askTallies } from '../queries/tally-ranking.ts';
import { rankedAmong, rankedUnit } from '../replies/agency-names.ts';
import { boundedReply } from '../replies/bounded-reply.ts';
import type { RankingWords } from '../replies/ranking-blocks.ts';
import {
  insteadOfRanking,
  noLimitBlock,
  noRankingReply,
  noUnitsReply,
  rankingReply,
} from '../replies/ranking-reply.ts';
import type { Block, Reply } from '../replies/reply.ts';
import { tallyReply } from '../replies/tally-reply.ts';
import { answerStatement } from './answer-statement.ts';
import { type Asked, askedIn } from './asked.ts';
import { overdueLimit } from './overdue-limit.ts';
import { type RankedAgencies, rankedAgencies } from './ranked-agencies.ts';

/** A ranking that can be made, and what is needed to make it. */
type Ranking = {
  readonly knowledge: Knowledge;
  readonly slots: Slots;
  readonly asked: Asked;
  readonly whom: RankedAgencies;
};

/**
 * Agencies in order of a rate or of a number of dossiers, or those of them beyond a value: what /xep-hang says.
 * Without a level the districts are ranked, or what the province has instead.
 */
export async function answerRanking(knowledge: Knowledge, question: Question): Promise<Reply> {
  const { slots } = question;
  const metric = slots.metric ?? 'overdue';
  if (metric !== 'overdue' && metric !== 'onTime' && metric !== 'dossiers') {
    return unranked(knowledge, question, metric);
  }
  const asked = askedIn(knowledge, question, metric);
  const named = asked.agencies[0] ?? null;
  const whom = await rankedAgencies(knowledge, slots, { named, period: asked.period });
  const ranking = { knowledge, slots, asked, whom };
  return whom.agencies.length === 0 ? noUnitsReply(namesFor(ranking)) : inOrder(ranking, metric);
}

/** Those beyond a value are told by their rates, whatever else was said of numbers. */
function inOrder(ranking: Ranking, metric: CountedMetric | 'dossiers'): Promise<Reply> {
  const { by, only } = ranking.slots;
  if (metric === 'dossiers') return byNumber(ranking, tallyFor(metric, by) ?? 'received');
  const tally = only === null ? tallyFor(metric, by) : null;
  return tally === null ? byRate(ranking, metric) : byNumber(ranking, tally);
}

async function byNumber(ranking: Ranking, tally: Tally): Promise<Reply> {
  const { knowledge, slots, asked, whom } = ranking;
  const isMost = slots.order === null || (slots.order === 'worst') === (tally === 'overdue');
  const answer = await askTallies(knowledge, {
    agencies: whom.agencies,
    tally,
    first: isMost ? 'most' : 'fewest',
    period: asked.period,
  });
  if (answer.kind === 'noRanking') {
    return noRankingReply(answer, slots.metric ?? 'overdue', asked.notes);
  }
  return tallyReply(answer, wordsFor(ranking, answer.period), asked.notes);
}

async function byRate(ranking: Ranking, metric: CountedMetric): Promise<Reply> {
  const { knowledge, slots, asked, whom } = ranking;
  const { only } = slots;
  const answer = await askRanking(knowledge, {
    agencies: whom.agencies,
    metric,
    order: slots.order ?? naturalOrder(only, metric),
    period: asked.period,
    // Those beyond a value are told whatever their size.
    ...(only === null ? {} : { minimumVolume: 0 }),
  });
  if (answer.kind === 'noRanking') return noRankingReply(answer, metric, asked.notes);
  const words = wordsFor(ranking, answer.period);
  const bound = only === null ? null : boundOf(only, metric === 'overdue' ? words.limit : null);
  if (bound !== null) return boundedReply(answer, { ...words, bound }, asked.notes);
  const notes: readonly Block[] = only === null ? asked.notes : [...asked.notes, noLimitBlock()];
  return rankingReply(answer, words, notes);
}

/** Those beyond a value come farthest first; without one the worst do. */
function naturalOrder(only: Only | null, metric: CountedMetric): 'worst' | 'best' {
  if (only === null || only === 'broken') return 'worst';
  if (only === 'kept') return 'best';
  return (only.side === 'above') === (metric === 'overdue') ? 'worst' : 'best';
}

/** Null where the province has set no limit. */
function boundOf(only: Only, limit: Limit | null): Bound | null {
  if (only !== 'kept' && only !== 'broken') return only;
  if (limit === null) return null;
  return only === 'kept' ? limit : oppositeOf(limit);
}

function wordsFor(ranking: Ranking, period: Period): RankingWords {
  const { knowledge, slots, asked, whom } = ranking;
  const { among, instead } = whom;
  const names = asked.agencies.map((agency) => exactName(agency));
  return {
    ...namesFor(ranking),
    limit: overdueLimit(knowledge, among?.level ?? 'province', period.to.year),
    top: slots.top,
    marked: asked.agencies[0]?.id ?? null,
    instead,
    ofAllLevels: among === null,
    asking: { ...slots, metric: slots.metric ?? 'overdue', among, agencies: names },
  };
}

/** What is ranked, by name. */
function namesFor({ knowledge, whom }: Ranking): Pick<RankingWords, 'among' | 'unit'> {
  const { level, type, within } = whom.among ?? { level: null, type: null, within: null };
  const around = within === null ? null : knowledge.directory.get(within);
  return { among: rankedAmong({ level, type }, around), unit: rankedUnit({ level, type }) };
}

/** Published rates exist for totals only, or for few: shown as they are, with a word when units were asked for. */
async function unranked(knowledge: Knowledge, question: Question, metric: Metric): Promise<Reply> {
  const reply = await answerStatement(knowledge, question, metric);
  const { among, only, order } = question.slots;
  return among === null && only === null && order === null ? reply : insteadOfRanking(reply);
}
