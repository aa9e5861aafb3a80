import { samePeriodLastYear } from '../calendar/period-steps.ts';
import type { PeriodAsked } from '../calendar/period.ts';
import type { LastAnswer } from './conversations.ts';
import type { Draft } from './draft.ts';
import { askedOf, countedFrom, inYearOf, lastPeriod } from './last-period.ts';

/** The periods of a question, and whether any part of them comes from the conversation. */
export type PeriodsRead = { readonly periods: readonly PeriodAsked[]; readonly taken: boolean };

/**
 * Periods not said are taken from the last question if it asked for any (an answer that merely chose the latest binds
 * nobody), provided that the question goes on about the same (`goesOn`).
 */
export function completePeriods(
  { command, sentence }: Draft,
  last: LastAnswer | null,
  goesOn: boolean,
): PeriodsRead {
  const said = sentence.periods;
  if (last === null || !goesOn) return { periods: said, taken: false };
  const period = lastPeriod(last);
  if (
    command === 'so-sanh' &&
    period !== null &&
    said.length < 2 &&
    sentence.mentions.length === 0
  ) {
    const other =
      said[0] ?? (sentence.acts.has('lastYear') ? askedOf(samePeriodLastYear(period)) : null);
    if (other !== null)
      return { periods: [askedOf(period), countedFrom(other, period)], taken: true };
  }
  if (said.length === 0) {
    const before = command === 'dien-bien' ? [] : last.question.slots.periods;
    return { periods: before, taken: before.length > 0 };
  }
  const periods = said.map((asked) => inYearOf(asked, period));
  return { periods, taken: periods.some((asked, at) => asked !== said[at]) };
}
