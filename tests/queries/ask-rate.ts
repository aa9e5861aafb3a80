import type { PeriodAsked } from '../../src/calendar/period.ts';
import { askRate, type RateAnswer } from '../../src/queries/rate-answer.ts';
import type { Known } from './known.ts';

/** What differs from the newest overdue rate. */
type Asked = {
  readonly period?: PeriodAsked | null;
  readonly metric?: 'overdue' | 'onTime';
  readonly others?: readonly string[];
};

/** The rate of an agency; a test that gets none has failed. */
export async function ask(known: Known, id: string, asked: Asked = {}): Promise<RateAnswer> {
  const answer = await askRate(known.knowledge, {
    agency: known.agency(id),
    metric: asked.metric ?? 'overdue',
    period: asked.period ?? null,
    others: (asked.others ?? []).map((other) => known.agency(other)),
  });
  if (answer.kind === 'noFigures') throw new Error('no figures');
  return answer;
}

/** Hundredths of a percent, headline first, or why there is none. */
export const ratesIn = ({ rates }: RateAnswer) =>
  rates.map(({ state }) => (state.kind === 'rate' ? state.rate.hundredths : state.kind));
