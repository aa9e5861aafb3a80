import type { Question } from '../dialogue/question.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { chartOnlyReply } from '../replies/chart-only-reply.ts';
import type { ChartKind } from '../replies/chart-request.ts';
import type { Reply } from '../replies/reply.ts';
import { answerBalance } from './answer-balance.ts';
import { answerComparison } from './answer-comparison.ts';
import { answerFields } from './answer-fields.ts';
import { answerRanking } from './answer-ranking.ts';
import { answerRate } from './answer-rate.ts';
import { answerStatement } from './answer-statement.ts';
import { answerTrend } from './answer-trend.ts';

/** The chart of a question without its text: what /bieu-do says. The kind asked for decides which question is drawn. */
export async function answerChart(knowledge: Knowledge, question: Question): Promise<Reply> {
  return chartOnlyReply(await charted(knowledge, question));
}

type Answering = (knowledge: Knowledge, question: Question) => Promise<Reply>;

const BY_KIND: Readonly<Record<ChartKind, Answering>> = {
  trend: answerTrend,
  comparison: answerComparison,
  byField: answerFields,
  composition: answerBalance,
  target: (knowledge, question) =>
    answerStatement(knowledge, question, question.slots.metric ?? 'online'),
  ranking: (knowledge, question) =>
    question.slots.among === null && question.slots.agencies.length > 0
      ? metricChart(knowledge, question)
      : answerRanking(knowledge, question),
};

function charted(knowledge: Knowledge, question: Question): Promise<Reply> {
  const { chart } = question.slots;
  return (chart === null ? metricChart : BY_KIND[chart])(knowledge, question);
}

/** No kind was asked for: the chart that goes with the metric. */
function metricChart(knowledge: Knowledge, question: Question): Promise<Reply> {
  const { agencies, periods, among } = question.slots;
  const metric = question.slots.metric ?? 'overdue';
  if (among !== null) return answerRanking(knowledge, question);
  if (agencies.length > 1 || periods.length > 1) return answerComparison(knowledge, question);
  if (metric === 'overdue' || metric === 'onTime') return answerRate(knowledge, question, metric);
  if (metric === 'dossiers') return answerBalance(knowledge, question);
  return answerStatement(knowledge, question, metric);
}
