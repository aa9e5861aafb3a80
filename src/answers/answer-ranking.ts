import { isImpossible } from '../calendar/period.ts';
import type { Only, Question, Slots } from '../dialogue/question.ts';
import { type Limit, oppositeOf, type Sieve } from '../figures/limit.ts';
import { type CountedMetric, isOfCounts, type Metric } from '../figures/metric.ts';
import { isPart, metricOfTally, type Tally, tallyFor } from '../figures/tally.ts';
import type { NoRanking } from '../queries/covered-periods.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { publishedFew } from '../queries/published-few.ts';
import { askRanking } from '../queries/ranking.ts';
import { askTallies } from '../queries/tally-ranking.ts';
import { type BoundAsked, boundedReply } from '../replies/bounded-reply.ts';
import { noRankingReply } from '../replies/no-ranking-reply.ts';
import { publishedFewReply } from '../replies/published-few-reply.ts';
import {
  insteadOfRanking,
  noLimitBlock,
  unboundedBlock,
  noUnitsReply,
  rankingReply,
} from '../replies/ranking-reply.ts';
import type { Reply } from '../replies/reply.ts';
import { siftedReply } from '../replies/sifted-reply.ts';
import { tallyReply } from '../replies/tally-reply.ts';
import { unitsReply } from '../replies/units-reply.ts';
import { answerBlocks } from './answer-blocks.ts';
import { isGraded } from './answer-graded.ts';
import { answerIndex, rankIndex } from './answer-index.ts';
import { answerStatement } from './answer-statement.ts';
import { askedIn } from './asked.ts';
import { type RankedAgencies, rankedAgencies } from './ranked-agencies.ts';
import { askingOf, namesFor, type Ranking, wordsFor } from './ranking-words.ts';
import { wholeInstead } from './whole-instead.ts';

/**
 * Agencies in order of a rate or of a number of dossiers, or those of them beyond a value: what /xep-hang says.
 * Without a level the districts are ranked, or what the province has instead.
 */
export async function answerRanking(knowledge: Knowledge, question: Question): Promise<Reply> {
  const metric = question.slots.metric ?? metricMeant(question.slots.only);
  if (metric === 'serviceIndex') return rankIndex(knowledge, question);
  if (isGraded(metric)) return answerIndex(knowledge, question);
  if (!isOfCounts(metric)) return unranked(knowledge, question, metric);
  return rankedBy(metric, question, knowledge);
}

/** "Huyện nào trên 1.000 hồ sơ" is about all of them, a percentage about those that are late. */
function metricMeant(only: Only | null): 'overdue' | 'dossiers' {
  return isSieve(only) && only.of === 'number' ? 'dossiers' : 'overdue';
}

function isSieve(only: Only | null): only is Sieve {
  return only !== null && typeof only !== 'string';
}

async function rankedBy(
  metric: CountedMetric | 'dossiers',
  question: Question,
  knowledge: Knowledge,
): Promise<Reply> {
  const { slots } = question;
  const tally = tallyAsked(metric, slots);
  // A number is no "tỷ lệ", which is what a metric is called where it was taken from the conversation.
  const asked = askedIn(knowledge, question, tally === null ? metric : null);
  const named = asked.agencies[0] ?? null;
  const whom = await rankedAgencies(knowledge, slots, { named, period: asked.period });
  const ranking = { knowledge, slots: { ...slots, metric }, asked, whom };
  if (isOfNoType(whom)) return noUnitsReply(namesFor(ranking));
  const reply = await (tally === null
    ? byRate(ranking, metric === 'onTime' ? metric : 'overdue')
    : byNumber(ranking, tally));
  return reply ?? unranked(knowledge, question, metric);
}

/** The number an order goes by, or that those beyond a value are told by; null for the rate. */
function tallyAsked(metric: CountedMetric | 'dossiers', { only, by }: Slots): Tally | null {
  if (only === null || metric === 'dossiers') return tallyFor(metric, by);
  if (typeof only === 'string') return null;
  // There are none of a part of what is late, or some: it has no rate to say so by.
  return only.of === 'number' || isPart(by)
    ? (tallyFor(metric, by) ?? tallyFor(metric, 'count'))
    : null;
}

/** "quận nào", where the province never had any. */
function isOfNoType({ agencies, among }: RankedAgencies): boolean {
  return agencies.length === 0 && among.type !== null;
}

/** Null where none of them has figures of any period. */
async function byNumber(ranking: Ranking, tally: Tally): Promise<Reply | null> {
  const { knowledge, slots, asked, whom } = ranking;
  const isLateness = metricOfTally(tally) === 'overdue';
  const isMost =
    slots.order === null ? !isBelow(slots.only) : (slots.order === 'worst') === isLateness;
  const answer = await askTallies(knowledge, {
    agencies: whom.agencies,
    tally,
    first: isMost ? 'most' : 'fewest',
    period: asked.period,
  });
  if (answer.kind === 'noRanking') {
    return hasNothing(answer) ? null : noRanking(ranking, answer, askingOf(ranking).metric);
  }
  const words = wordsFor(ranking, answer.period);
  if (isSieve(slots.only) && isOfNumber(slots.only)) {
    return siftedReply(answer, { ...words, sieve: slots.only }, asked.notes);
  }
  const notes = slots.only === null ? asked.notes : [...asked.notes, unboundedBlock()];
  return tallyReply(answer, words, notes);
}

/** Those below a number come smallest first. */
function isBelow(only: Only | null): boolean {
  return isSieve(only) && only.bounds[0]?.side === 'below';
}

/** Of a number, or of nothing at all: then a percentage is as good. */
function isOfNumber({ of, bounds }: Sieve): boolean {
  return of === 'number' || bounds.every(({ threshold }) => threshold === 0);
}

/** Units of a block that only reports as a whole, or publishes rates alone. */
function hasNothing({ available }: NoRanking): boolean {
  return available.length === 0;
}

async function byRate(ranking: Ranking, metric: CountedMetric): Promise<Reply | null> {
  const { knowledge, slots, asked, whom } = ranking;
  const { only } = slots;
  const answer = await askRanking(knowledge, {
    agencies: whom.agencies,
    metric,
    order: slots.order ?? naturalOrder(only, metric, asked.agencies.length > 0),
    period: asked.period,
    formula: asked.formula,
    // Those beyond a value are told whatever their size.
    ...(only === null ? {} : { minimumVolume: 0 }),
  });
  if (answer.kind === 'noRanking') {
    if (hasNothing(answer)) return null;
    return (
      (await answerFew(ranking, { metric, period: answer.asked })) ??
      (await noRanking(ranking, answer, metric))
    );
  }
  const words = wordsFor(ranking, answer.period);
  if (only === 'every') return unitsReply(answer, words, asked.notes);
  if (only === null) return rankingReply(answer, words, asked.notes);
  const bounded = boundedBy(only, metric === 'overdue' ? words.limit : null);
  return bounded === null
    ? rankingReply(answer, words, [...asked.notes, noLimitBlock()])
    : boundedReply(answer, { ...words, ...bounded }, asked.notes);
}

/** That they cannot be ranked, and what there is instead. */
async function noRanking(ranking: Ranking, missing: NoRanking, metric: Metric): Promise<Reply> {
  const whole = await wholeInstead(ranking, missing);
  const asking = { ...askingOf(ranking), metric };
  return noRankingReply(missing, asking, { whole, notes: ranking.asked.notes });
}

/** What a document publishes of few of them in the period asked for; null where it does not. */
async function answerFew(
  ranking: Ranking,
  { metric, period }: { readonly metric: CountedMetric; readonly period: NoRanking['asked'] },
): Promise<Reply | null> {
  const { knowledge, slots, asked, whom } = ranking;
  // What is published may go by another formula than the one asked for, or say none.
  const isByFormula = asked.formula !== null;
  if (isByFormula || period === null || isImpossible(period)) return null;
  const sieve = isSieve(slots.only) ? slots.only : null;
  const { agencies } = whom;
  const few = await publishedFew(knowledge, { agencies, metric, period, sieve });
  const { among } = namesFor(ranking);
  return few === null ? null : publishedFewReply(few, { among, notes: asked.notes });
}

/** Those beyond a value come farthest first; without one the worst do, but a place is told from the highest rate. */
function naturalOrder(
  only: Only | null,
  metric: CountedMetric,
  isOfOne: boolean,
): 'worst' | 'best' {
  if (only === null) return isOfOne && metric === 'onTime' ? 'best' : 'worst';
  if (only === 'kept') return 'best';
  if (!isSieve(only)) return 'worst';
  const isAbove = only.bounds[0]?.side === 'above';
  return isAbove === (metric === 'overdue') ? 'worst' : 'best';
}

/** Null where the province has set no limit. */
function boundedBy(only: Sieve | 'kept' | 'broken', limit: Limit | null): BoundAsked | null {
  if (isSieve(only)) return { sieve: only, target: null };
  if (limit === null) return null;
  const isKept = only === 'kept';
  const bound = isKept ? limit : oppositeOf(limit);
  return { sieve: { of: 'rate', bounds: [bound] }, target: { limit, isKept } };
}

/** Published rates exist for totals only, or for few: shown as they are, with a word when units were asked for. */
async function unranked(knowledge: Knowledge, question: Question, metric: Metric): Promise<Reply> {
  const blocks = await answerBlocks(knowledge, question, metric);
  if (blocks !== null) return blocks;
  const reply = await answerStatement(knowledge, question, metric);
  const { among, only, order, agencies } = question.slots;
  if (reply.snapshots.length === 0) return reply;
  if (agencies.length > 0) return insteadOfRanking(reply, 'ownFigure');
  return among === null && only === null && order === null ? reply : insteadOfRanking(reply);
}
