import { type PeriodAsked, isImpossible } from '../calendar/period.ts';
import { withSamePeriod } from './compared-periods.ts';
import type { LastAnswer } from './conversations.ts';
import type { Draft } from './draft.ts';
import type { Sides } from './paired-or-each.ts';
import type { Sentence } from './read-sentence.ts';

/**
 * "So với cùng kỳ" and "so với năm 2022" after "Nha Trang 2023 với Cam Ranh 2020": every side in its own period, and in
 * the other beside it. Null where sides before had no period of their own, or something else is asked.
 */
export function sidesBesidePeriod(
  { command, sentence, mentions }: Draft,
  last: LastAnswer | null,
): Sides | null {
  if (command !== 'so-sanh' || mentions.length > 0 || last === null) return null;
  if (sentence.periods.some(isImpossible)) return null;
  const { agencies, periods, isPaired } = last.question.slots;
  const besides = periodsBeside(sentence);
  if (!isPaired || besides === null) return null;
  const sides = agencies.flatMap((agency, at) => {
    const own = periods[at];
    return own === undefined ? [] : besides(own).map((period) => ({ agency, period }));
  });
  return {
    agencies: sides.map(({ agency }) => agency),
    periods: sides.map(({ period }) => period),
    isPaired: true,
  };
}

/** A period and what is said to be beside it. */
function periodsBeside({ acts, periods }: Sentence) {
  const isSame = acts.has('lastYear');
  const [said, ...more] = periods;
  if (more.length > 0 || (said === undefined && !isSame) || said?.kind === 'years') return null;
  return (own: PeriodAsked): readonly PeriodAsked[] => {
    const pair = said === undefined ? [own] : [own, said];
    return isSame ? withSamePeriod(pair) : pair;
  };
}
