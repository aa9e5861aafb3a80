import type { Agency } from '../agencies/agency.ts';
import { leavesOf } from '../agencies/members.ts';
import { askedFor } from './choose-period.ts';
import type { Knowledge } from './knowledge.ts';
import type { NoFigures } from './no-figures.ts';
import { type RankingAnswer, askRanking } from './ranking.ts';
import { type RateAnswer, askRate } from './rate-answer.ts';

/** The state of an agency and what lies below it, for at most eight lines. */
export type OverviewAnswer = {
  readonly kind: 'overview';
  readonly rate: RateAnswer;
  /** All lowest units below it, worst first; null if it has none. */
  readonly units: RankingAnswer | null;
};

/** Answers /tong-quan. */
export async function askOverview(
  knowledge: Knowledge,
  agency: Agency,
): Promise<OverviewAnswer | NoFigures> {
  const rate = await askRate(knowledge, { agency, metric: 'overdue', period: null, others: [] });
  if (rate.kind === 'noFigures') return rate;
  const leaves = leavesOf(knowledge.directory, agency.id);
  const units = await askRanking(knowledge, {
    agencies: leaves,
    metric: 'overdue',
    order: 'worst',
    period: askedFor(rate.period),
  });
  return { kind: 'overview', rate, units: units.kind === 'ranking' ? units : null };
}
