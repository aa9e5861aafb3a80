import type { Question } from '../dialogue/question.ts';
import type { Metric } from '../figures/metric.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { chartOnlyReply } from '../replies/chart-only-reply.ts';
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

async function charted(knowledge: Knowledge, question: Question): Promise<Reply> {
  const { slots } = question;
  switch (slots.chart) {
    case 'trend':
      return answerTrend(knowledge, question);
    case 'comparison':
      return answerComparison(knowledge, question);
    case 'byField':
      return answerFields(knowledge, question);
    case 'composition':
      return answerBalance(knowledge, question);
    case 'target':
      return answerStatement(knowledge, question, slots.metric ?? 'online');
    case 'ranking':
      return slots.among === null && slots.agencies.length > 0
        ? metricChart(knowledge, question, slots.metric ?? 'overdue')
        : answerRanking(knowledge, question);
    case null:
      return metricChart(knowledge, question, slots.metric ?? 'overdue');
  }
}

/** No kind was asked for: the chart that goes with the metric. */
function metricChart(knowledge: Knowledge, question: Question, metric: Metric): Promise<Reply> {
  const { agencies, periods, among } = question.slots;
  if (among !== null) return answerRanking(knowledge, question);
  if (agencies.length > 1 || periods.length > 1) return answerComparison(knowledge, question);
  if (metric === 'overdue' || metric === 'onTime') return answerRate(knowledge, question, metric);
  if (metric === 'dossiers') return answerBalance(knowledge, question);
  return answerStatement(knowledge, question, metric);
}
