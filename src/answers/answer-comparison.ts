import type { Agency } from '../agencies/agency.ts';
import { judgedLevel } from '../agencies/judged-level.ts';
import { periodKey } from '../calendar/periods.ts';
import type { Question } from '../dialogue/question.ts';
import { leadingCount } from '../figures/tally.ts';
import { askAmounts, isAmount } from '../queries/amounts.ts';
import { askComparison, type Side } from '../queries/comparison.ts';
import { compareIndices } from '../queries/index-comparison.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { askRate } from '../queries/rate-answer.ts';
import { amountsReply } from '../replies/amounts-reply.ts';
import { compareWhatReply } from '../replies/compare-what-reply.ts';
import type { SideBehind } from '../replies/comparison-reasons.ts';
import { comparisonReply } from '../replies/comparison-reply.ts';
import { unansweredBlocks } from '../replies/comparison-verdict.ts';
import { indexComparisonReply } from '../replies/index-comparison-reply.ts';
import type { Reply } from '../replies/reply.ts';
import { uniqueBy } from '../unique-by.ts';
import { answerGradedYears, type GradedMetric, isGraded } from './answer-graded.ts';
import { answerIndex } from './answer-index.ts';
import { askedIn } from './asked.ts';
import { overdueLimit } from './overdue-limit.ts';

/** Agencies or periods side by side: what /so-sanh says. */
export async function answerComparison(knowledge: Knowledge, question: Question): Promise<Reply> {
  const { periods, isPaired, asks } = question.slots;
  const metric = question.slots.metric ?? 'overdue';
  if (isGraded(metric)) return compareGraded(knowledge, question, metric);
  const asked = askedIn(knowledge, question, metric);
  const { agency, agencies: named, others, formula, notes } = asked;
  const agencies = isPaired ? named : whomOf(agency, named);
  const sought = { agencies, periods, isPaired };
  const lead = leadingCount(question.slots.by);
  const isSpan = periods.some(({ kind }) => kind === 'years');
  if (!isSpan && agencies.length * Math.max(periods.length, 1) < 2) {
    return compareWhatReply(agency, others);
  }
  if (metric === 'serviceIndex') {
    return indexComparisonReply(await compareIndices(knowledge, sought), notes);
  }
  if (isAmount(metric)) {
    const amounts = await askAmounts(knowledge, { ...sought, metric, lead });
    return amountsReply(amounts, [...notes, ...unansweredBlocks(asks)]);
  }
  const answer = await askComparison(knowledge, { ...sought, metric, formula });
  // "So với năm 2023" when the newest figures are of 2023.
  if (uniqueBy(answer.sides, sideKey).length < 2) return compareWhatReply(agency, others);
  const limit = limitOf(knowledge, agency, answer.sides);
  const behind = asks === 'why' ? await behindSides(knowledge, answer.sides) : [];
  return comparisonReply(answer, { limit, asks, behind }, notes);
}

/** No agency has a grade of its own in the documents: of several the common result is told once. */
function compareGraded(
  knowledge: Knowledge,
  question: Question,
  metric: GradedMetric,
): Promise<Reply> {
  return question.slots.agencies.length > 1
    ? answerIndex(knowledge, question)
    : answerGradedYears(knowledge, question, metric);
}

/** Who is behind the late dossiers of each side. */
function behindSides(knowledge: Knowledge, sides: readonly Side[]): Promise<readonly SideBehind[]> {
  return Promise.all(
    sides.map(async (side): Promise<SideBehind> => {
      const { agency, period, state } = side;
      if (state === null) return { side, rate: null };
      const rate = await askRate(knowledge, { agency, period, metric: 'overdue', others: [] });
      return { side, rate: rate.kind === 'rate' ? rate : null };
    }),
  );
}

function whomOf(agency: Agency, named: readonly Agency[]): readonly Agency[] {
  return named.length === 0 ? [agency] : uniqueBy(named, ({ id }) => id);
}

function limitOf(knowledge: Knowledge, agency: Agency, sides: readonly Side[]) {
  const year = sides.find(({ period }) => period !== null)?.period?.to.year;
  return year === undefined ? null : overdueLimit(knowledge, judgedLevel(agency), year);
}

function sideKey({ agency, period }: Side): string {
  return `${agency.id} ${period === null ? '' : periodKey(period)}`;
}
