import { expect, test } from 'vitest';

import { halfPeriod, quarterPeriod, yearPeriod } from '../../src/calendar/periods.ts';
import { type Basis, likeForLike } from '../../src/figures/like-for-like.ts';

const basis: Basis = {
  period: yearPeriod(2023),
  formula: 'OVERDUE_TOTAL_OVER_HANDLED',
  scope: 'one-stop',
};

test.each<[string, Partial<Basis>, ReturnType<typeof likeForLike>]>([
  ['itself', {}, null],
  ['the year before', { period: yearPeriod(2022) }, null],
  ['a half of it', { period: halfPeriod(2023, 1) }, 'length'],
  [
    'a quarter, whatever else differs',
    { period: quarterPeriod(2023, 3), scope: 'all-systems', formula: null },
    'length',
  ],
  ['other dossiers', { scope: 'all-systems' }, 'scope'],
  ['another formula', { formula: 'OVERDUE_RESOLVED_ONLY' }, 'formula'],
  ['a formula nobody states', { formula: null }, 'formulaNotStated'],
])('the year 2023 against %s', (_name, other, why) => {
  expect(likeForLike(basis, { ...basis, ...other })).toBe(why);
  expect(likeForLike({ ...basis, ...other }, basis)).toBe(why);
});

test('two formulas that are not stated are not the same', () => {
  const unstated = { ...basis, formula: null };
  expect(likeForLike(unstated, unstated)).toBe('formulaNotStated');
});
