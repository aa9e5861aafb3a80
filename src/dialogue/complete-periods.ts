import { periodText } from '../asking/period-text.ts';
import { samePeriodLastYear } from '../calendar/period-steps.ts';
import { type PeriodAsked, isImpossible } from '../calendar/period.ts';
import { withSamePeriod } from './compared-periods.ts';
import type { LastAnswer } from './conversations.ts';
import type { Draft, Taken } from './draft.ts';
import { askedOf, countedFrom, inYearOf, lastPeriod } from './last-period.ts';

type Said = Pick<Draft, 'command' | 'sentence'>;

/**
 * Periods not said are taken from the last question if it asked for any (an answer that merely chose the latest binds
 * nobody). For a question that goes on about the same agency or metric.
 */
export function completePeriods(draft: Said, last: LastAnswer): Taken<readonly PeriodAsked[]> {
  if (draft.sentence.periods.some(isImpossible)) {
    return { value: draft.sentence.periods, taken: false };
  }
  const pair = comparedPeriods(draft, last);
  if (pair !== null) return { value: pair, taken: true };
  const { command, sentence } = draft;
  if (sentence.periods.length === 0) {
    // One that cannot be was a slip, and not what is talked about.
    const said = last.question.slots.periods.filter((period) => !isImpossible(period));
    const before = command === 'dien-bien' ? [] : said;
    return { value: before, taken: before.length > 0 };
  }
  const period = lastPeriod(last);
  const periods = sentence.periods.map((asked) => inYearOf(asked, period));
  return { value: periods, taken: periods.some((asked, at) => asked !== sentence.periods[at]) };
}

/** "so với quý 2", "so với cùng kỳ": the period talked about, beside the one just named. */
function comparedPeriods(
  { command, sentence }: Said,
  last: LastAnswer,
): readonly PeriodAsked[] | null {
  const { periods, mentions, acts } = sentence;
  const period = lastPeriod(last);
  if (command !== 'so-sanh' || period === null || mentions.length > 0) return null;
  const [said, ...more] = periods;
  if (more.length > 0) return null;
  if (said !== undefined) {
    const pair = [askedOf(period), countedFrom(said, period)] as const;
    if (acts.has('lastYear')) return withSamePeriod(pair);
    const [before, named] = pair;
    // "so với năm 2020" after an answer about 2020: the newest figures are beside it.
    return periodText(before) === periodText(named) ? [named] : [before, named];
  }
  if (acts.has('wholeYear')) return [askedOf(period), { kind: 'year', year: period.to.year }];
  return acts.has('lastYear') ? [askedOf(period), askedOf(samePeriodLastYear(period))] : null;
}
