import type { Agency } from '../agencies/agency.ts';
import { leavesOf } from '../agencies/members.ts';
import type { PeriodAsked } from '../calendar/period.ts';
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
  { agency, period }: { readonly agency: Agency; readonly period: PeriodAsked | null },
): Promise<OverviewAnswer | NoFigures> {
  const rate = await askRate(knowledge, { agency, metric: 'overdue', period, others: [] });
  if (rate.kind === 'noFigures') return rate;
  const leaves = leavesOf(knowledge.directory, agency.id).filter(({ id }) => id !== agency.id);
  if (leaves.length === 0) return { kind: 'overview', rate, units: null };
  const units = await askRanking(knowledge, {
    agencies: leaves,
    metric: 'overdue',
    order: 'worst',
    period: askedFor(rate.period),
  });
  return { kind: 'overview', rate, units: units.kind === 'ranking' ? units : null };
}
