import type { Agency } from '../agencies/agency.ts';
import { belongingTo } from '../agencies/members.ts';
import type { PeriodAsked } from '../calendar/period.ts';
import { askedFor } from './choose-period.ts';
import type { Knowledge } from './knowledge.ts';
import { type Improved, mostImproved } from './most-improved.ts';
import type { NoFigures } from './no-figures.ts';
import { type RankingAnswer, askRanking } from './ranking.ts';
import { type RateAnswer, askRate } from './rate-answer.ts';
import { type SinceDay, sinceDayBefore } from './since-day.ts';

/** The state of an agency and what lies below it, for at most eight lines. */
export type OverviewAnswer = {
  readonly kind: 'overview';
  readonly rate: RateAnswer;
  /** All lowest units below it, of a district those of its place, worst first; null if it has none. */
  readonly units: RankingAnswer | null;
  readonly improved: Improved | null;
  readonly since: SinceDay | null;
};

/** Answers /tong-quan. */
export async function askOverview(
  knowledge: Knowledge,
  { agency, period }: { readonly agency: Agency; readonly period: PeriodAsked | null },
): Promise<OverviewAnswer | NoFigures> {
  const rate = await askRate(knowledge, { agency, metric: 'overdue', period, others: [] });
  if (rate.kind === 'noFigures') return rate;
  const units = await unitsOf(knowledge, rate);
  return {
    kind: 'overview',
    rate,
    units,
    improved: units === null ? null : await mostImproved(knowledge, units),
    since: await sinceDayBefore(knowledge, rate, units),
  };
}

async function unitsOf(
  knowledge: Knowledge,
  { agency, period, timeliness }: RateAnswer,
): Promise<RankingAnswer | null> {
  const { directory } = knowledge;
  const agencies = belongingTo(directory, agency.id).filter(
    ({ id }) => directory.children(id).length === 0,
  );
  if (agencies.length === 0) return null;
  const units = await askRanking(knowledge, {
    agencies,
    metric: 'overdue',
    order: 'worst',
    period: askedFor(period),
  });
  if (units.kind === 'noRanking') return null;
  // Units that were counted are no part of a total that was reported, nor the other way round.
  const isCounted = units.timeliness.counted !== null;
  return isCounted === (timeliness.counted !== null) ? units : null;
}
