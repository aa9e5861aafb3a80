import { periodText } from '../asking/period-text.ts';
import type { LastAnswer } from './conversations.ts';
import type { Draft } from './draft.ts';
import type { Slots } from './question.ts';

type Sides = Pick<Slots, 'agencies' | 'periods' | 'isPaired'>;

/**
 * "Thêm Ninh Hòa 2023" after "Nha Trang 2023 với Cam Ranh 2020": one side more, in the period it was said with, and the
 * others stay in theirs. Null where nothing is added, or the sides before have no period of their own.
 */
export function withAddedSide(
  { command, sentence, mentions }: Draft,
  last: LastAnswer | null,
): Sides | null {
  const { periods, acts } = sentence;
  const isOne = mentions.length === 1 && periods.length === 1;
  if (command !== 'so-sanh' || !acts.has('add') || !isOne || last === null) return null;
  const before = sidesOf(last.question.slots);
  if (before === null) return null;
  const all = [...before.periods, ...periods];
  // In one and the same period each agency in each is as good.
  if (new Set(all.map(periodText)).size < 2) return null;
  return { agencies: [...before.agencies, ...mentions], periods: all, isPaired: true };
}

function sidesOf({ agencies, periods, isPaired }: Slots): Omit<Sides, 'isPaired'> | null {
  if (isPaired) return { agencies, periods };
  const [only, ...more] = periods;
  if (only === undefined || more.length > 0 || only.kind === 'years') return null;
  return { agencies, periods: agencies.map(() => only) };
}
