import { periodText } from '../asking/period-text.ts';
import { uniqueBy } from '../unique-by.ts';
import type { AgencyMention, Slots } from './question.ts';

/** Whom and when: each agency in the period in its place, or each in each. */
export type Sides = Pick<Slots, 'agencies' | 'periods' | 'isPaired'>;

/** Pairs stay as they are; where each is set beside each, an agency or a period said twice counts once. */
export function eachOnce(sides: Sides): Sides {
  const { agencies, periods, isPaired } = sides;
  if (isPaired && agencies.length === periods.length) return sides;
  return {
    agencies: uniqueBy(agencies, agencyKey),
    periods: uniqueBy(periods, periodText),
    isPaired: false,
  };
}

/** The period that stands first, for an answer that has one: which agencies it leaves out it tells by itself. */
export function firstSide({ agencies, periods }: Sides): Sides {
  return { agencies, periods: periods.slice(0, 1), isPaired: false };
}

/** The same for every certain mention of one agency. */
export function agencyKey({ finding, text }: AgencyMention): string {
  return finding.kind === 'found' ? finding.agency.id : text;
}
