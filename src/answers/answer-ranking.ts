import type { Agency, AgencyId, Directory, Level } from '../agencies/agency.ts';
import { exactName } from '../asking/question-text.ts';
import type { Period } from '../calendar/period.ts';
import type { Among, Only, Question, Slots } from '../dialogue/question.ts';
import { type Limit, oppositeOf } from '../figures/limit.ts';
import type { Metric } from '../figures/metric.ts';
import { metricOfTally, type Tally, tallyFor } from '../figures/tally.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { askRanking } from '../queries/ranking.ts';
import type { CountedMetric } from '../queries/rate.ts';
import { askTallies } from '../queries/tally-ranking.ts';
import { rankedAmong, rankedUnit } from '../replies/agency-names.ts';
import { type BoundAsked, boundedReply } from '../replies/bounded-reply.ts';
import type { RankingWords } from '../replies/ranking-blocks.ts';
import {
  insteadOfRanking,
  noLimitBlock,
  unboundedBlock,
  noRankingReply,
  noUnitsReply,
  rankingReply,
} from '../replies/ranking-reply.ts';
import type { Reply } from '../replies/reply.ts';
import { tallyReply } from '../replies/tally-reply.ts';
import { rankIndex } from './answer-index.ts';
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
  const metric = question.slots.metric ?? 'overdue';
  if (metric === 'serviceIndex') return rankIndex(knowledge, question);
  if (!isRankable(metric)) return unranked(knowledge, question, metric);
  return rankedBy(metric, question, knowledge);
}

async function rankedBy(
  metric: CountedMetric | 'dossiers',
  question: Question,
  knowledge: Knowledge,
): Promise<Reply> {
  const { slots } = question;
  // Those beyond a value are told by their rates, whatever else was said of numbers.
  const isNumber = metric === 'dossiers' || slots.only === null;
  const tally = isNumber ? tallyFor(metric, slots.by) : null;
  // A number is no "tỷ lệ", which is what a metric is called where it was taken from the conversation.
  const asked = askedIn(knowledge, question, tally === null ? metric : null);
  const named = asked.agencies[0] ?? null;
  const whom = await rankedAgencies(knowledge, slots, { named, period: asked.period });
  const ranking = { knowledge, slots, asked, whom };
  if (isOfNoType(whom)) return noUnitsReply(namesFor(ranking));
  return tally === null
    ? byRate(ranking, metric === 'onTime' ? metric : 'overdue')
    : byNumber(ranking, tally);
}

function isRankable(metric: Metric): metric is CountedMetric | 'dossiers' {
  return metric === 'overdue' || metric === 'onTime' || metric === 'dossiers';
}

/** "quận nào", where the province never had any. */
function isOfNoType({ agencies, among }: RankedAgencies): boolean {
  return agencies.length === 0 && among.type !== null;
}

async function byNumber(ranking: Ranking, tally: Tally): Promise<Reply> {
  const { knowledge, slots, asked, whom } = ranking;
  const isLateness = metricOfTally(tally) === 'overdue';
  const isMost = slots.order === null || (slots.order === 'worst') === isLateness;
  const answer = await askTallies(knowledge, {
    agencies: whom.agencies,
    tally,
    first: isMost ? 'most' : 'fewest',
    period: asked.period,
  });
  if (answer.kind === 'noRanking') {
    return noRankingReply(answer, slots.metric ?? 'overdue', asked.notes);
  }
  const notes = slots.only === null ? asked.notes : [...asked.notes, unboundedBlock()];
  return tallyReply(answer, wordsFor(ranking, answer.period), notes);
}

async function byRate(ranking: Ranking, metric: CountedMetric): Promise<Reply> {
  const { knowledge, slots, asked, whom } = ranking;
  const { only } = slots;
  const answer = await askRanking(knowledge, {
    agencies: whom.agencies,
    metric,
    order: slots.order ?? naturalOrder(only, metric, asked.agencies.length > 0),
    period: asked.period,
    // Those beyond a value are told whatever their size.
    ...(only === null ? {} : { minimumVolume: 0 }),
  });
  if (answer.kind === 'noRanking') return noRankingReply(answer, metric, asked.notes);
  const words = wordsFor(ranking, answer.period);
  if (only === null) return rankingReply(answer, words, asked.notes);
  const bounded = boundedBy(only, metric === 'overdue' ? words.limit : null);
  return bounded === null
    ? rankingReply(answer, words, [...asked.notes, noLimitBlock()])
    : boundedReply(answer, { ...words, ...bounded }, asked.notes);
}

/** Those beyond a value come farthest first; without one the worst do, but a place is told from the highest rate. */
function naturalOrder(
  only: Only | null,
  metric: CountedMetric,
  isOfOne: boolean,
): 'worst' | 'best' {
  if (only === null) return isOfOne && metric === 'onTime' ? 'best' : 'worst';
  if (only === 'broken') return 'worst';
  if (only === 'kept') return 'best';
  return (only.side === 'above') === (metric === 'overdue') ? 'worst' : 'best';
}

/** Null where the province has set no limit. */
function boundedBy(only: Only, limit: Limit | null): BoundAsked | null {
  if (only !== 'kept' && only !== 'broken') return { bound: only, target: null };
  if (limit === null) return null;
  const isKept = only === 'kept';
  return { bound: isKept ? limit : oppositeOf(limit), target: { limit, isKept } };
}

function wordsFor(ranking: Ranking, period: Period): RankingWords {
  const { knowledge, slots, asked, whom } = ranking;
  const { among, instead } = whom;
  const names = asked.agencies.map((agency) => exactName(agency));
  return {
    ...namesFor(ranking),
    limit: overdueLimit(knowledge, levelOf(among) ?? 'province', period.to.year),
    top: slots.top,
    marked: asked.agencies[0]?.id ?? null,
    instead,
    ofAllLevels: levelOf(among) === null,
    asking: {
      ...slots,
      metric: slots.metric ?? 'overdue',
      among,
      agencies: names,
      chart: null,
    },
  };
}

/** What is ranked, by name. */
function namesFor({ knowledge, whom }: Ranking): Pick<RankingWords, 'among' | 'unit'> {
  const { directory } = knowledge;
  const { type, within } = whom.among;
  const kind = { level: levelOf(whom.among), type };
  return {
    among: rankedAmong(kind, within === null ? null : placeOf(directory, within)),
    unit: rankedUnit(kind),
  };
}

function levelOf({ level }: Among): Level | null {
  return level === 'any' ? null : level;
}

/** Communes are said to be of their district, not of the total over the communes of their district. */
function placeOf(directory: Directory, id: AgencyId): Agency {
  const around = directory.get(id);
  return around.level === 'group' && around.district !== undefined
    ? directory.get(around.district)
    : around;
}

/** Published rates exist for totals only, or for few: shown as they are, with a word when units were asked for. */
async function unranked(knowledge: Knowledge, question: Question, metric: Metric): Promise<Reply> {
  const reply = await answerStatement(knowledge, question, metric);
  const { among, only, order } = question.slots;
  return among === null && only === null && order === null ? reply : insteadOfRanking(reply);
}
