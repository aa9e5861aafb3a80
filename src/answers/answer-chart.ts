import type { Question } from '../dialogue/question.ts';
import { isCounted, isOfCounts, type Metric } from '../figures/metric.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { chartOnlyReply, type DrawnInstead } from '../replies/chart-only-reply.ts';
import type { ChartKind } from '../replies/chart-request.ts';
import type { Reply } from '../replies/reply.ts';
import { answerBalance } from './answer-balance.ts';
import { answerComparison } from './answer-comparison.ts';
import { answerFields } from './answer-fields.ts';
import { answerRanking } from './answer-ranking.ts';
import { answerRate } from './answer-rate.ts';
import { answerStatement } from './answer-statement.ts';
import { answerTrend } from './answer-trend.ts';
import { askedIn } from './asked.ts';

/** The chart of a question without its text: what /bieu-do says. The kind asked for decides which question is drawn. */
export async function answerChart(knowledge: Knowledge, question: Question): Promise<Reply> {
  const { notes, notesOnFirst } = askedIn(knowledge, question, null);
  return chartOnlyReply(await charted(knowledge, question), {
    instead: drawnInstead(question),
    notes: question.slots.chart === 'byField' ? notesOnFirst : notes,
  });
}

function drawnInstead({ slots }: Question): DrawnInstead | null {
  const { chart, metric, agencies } = slots;
  if (chart === 'trend') return lineInstead(slots);
  if (chart !== 'composition') return null;
  if (agencies.length > 1) return 'severalSides';
  return hasParts(metric) ? 'stacked' : 'noParts';
}

function lineInstead({ agencies, among }: Question['slots']): DrawnInstead | null {
  if (agencies.length > 1) return 'yearByYear';
  return among === null ? null : 'lineOfTotal';
}

/** Only dossiers are counted part by part. */
function hasParts(metric: Metric | null): boolean {
  return metric === null || isOfCounts(metric);
}

type Answering = (knowledge: Knowledge, question: Question) => Promise<Reply>;

const BY_KIND: Readonly<Record<ChartKind, Answering>> = {
  trend: (knowledge, question) =>
    question.slots.agencies.length > 1
      ? answerComparison(knowledge, yearByYear(question))
      : answerTrend(knowledge, question),
  comparison: answerComparison,
  byField: answerFields,
  composition: (knowledge, question) =>
    drawnInstead(question) === 'stacked'
      ? answerBalance(knowledge, question)
      : metricChart(knowledge, question),
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

/** A line is drawn of one agency; several stand side by side in each year. */
function yearByYear(question: Question): Question {
  const { slots } = question;
  if (slots.periods.length > 0) return question;
  return { ...question, slots: { ...slots, periods: [{ kind: 'years', span: null }] } };
}

/** No kind was asked for: the chart that goes with the metric. */
function metricChart(knowledge: Knowledge, question: Question): Promise<Reply> {
  const { agencies, periods, among } = question.slots;
  const metric = question.slots.metric ?? 'overdue';
  if (among !== null) return answerRanking(knowledge, question);
  if (agencies.length > 1 || periods.length > 1) return answerComparison(knowledge, question);
  if (isCounted(metric)) return answerRate(knowledge, question, metric);
  if (metric === 'dossiers') return answerBalance(knowledge, question);
  return answerStatement(knowledge, question, metric);
}
