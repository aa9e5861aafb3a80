import { periodText } from '../asking/period-text.ts';
import { isImpossible } from '../calendar/period.ts';
import { uniqueBy } from '../unique-by.ts';
import type { LastAnswer } from './conversations.ts';
import type { Draft } from './draft.ts';
import type { Sides } from './paired-or-each.ts';
import type { AgencyMention, Slots } from './question.ts';

/**
 * "Thêm Ninh Hòa 2023" after "Nha Trang 2023 với Cam Ranh 2020": one side more, in the period it was said with, and the
 * others stay in theirs. Said without a period it is set beside each of them in theirs. Null where nothing is added, or
 * the sides before have no period of their own.
 */
export function withAddedSide(
  { command, sentence, mentions }: Draft,
  last: LastAnswer | null,
): Sides | null {
  if (command !== 'so-sanh' || !sentence.acts.has('add') || last === null) return null;
  if (sentence.periods.some(isImpossible)) return null;
  const [added, ...more] = mentions;
  const before = sidesOf(last.question.slots);
  return added === undefined || more.length > 0 || before === null
    ? null
    : sidesWith(added, periodsOfAdded(sentence.periods, before), before);
}

function sidesWith(added: AgencyMention, periods: Slots['periods'], before: Sides): Sides | null {
  const all = [...before.periods, ...periods];
  // In one and the same period each agency in each is as good.
  if (periods.length === 0 || new Set(all.map(periodText)).size < 2) return null;
  const agencies = [...before.agencies, ...periods.map(() => added)];
  return { agencies, periods: all, isPaired: true };
}

/** None where years one by one are said: these are no single side. */
function periodsOfAdded(said: Slots['periods'], before: Sides): Slots['periods'] {
  if (said.length > 0) return said.some(({ kind }) => kind === 'years') ? [] : said;
  return before.isPaired ? uniqueBy(before.periods, periodText) : [];
}

function sidesOf({ agencies, periods, isPaired }: Slots): Sides | null {
  if (isPaired) return { agencies, periods, isPaired };
  const [only, ...more] = periods;
  if (only === undefined || more.length > 0 || only.kind === 'years') return null;
  return { agencies, periods: agencies.map(() => only), isPaired };
}
