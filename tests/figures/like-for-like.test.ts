import { describe, expect, test } from 'vitest';

import { halfPeriod, quarterPeriod, yearPeriod } from '../../src/calendar/periods.ts';
import {
  areAlike,
  type Basis,
  type Unlike,
  unlikeExtents,
  unlikenesses,
} from '../../src/figures/like-for-like.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

const basis: Basis = {
  period: yearPeriod(2023),
  upTo: null,
  formula: 'OVERDUE_TOTAL_OVER_HANDLED',
  scope: 'one-stop',
  counted: true,
};

describe('the year 2023', () => {
  test.each<[string, Partial<Basis>, readonly Unlike[]]>([
    ['itself', {}, []],
    ['the year before', { period: yearPeriod(2022) }, []],
    ['the same formula without counts', { counted: false }, []],
    ['a half of it', { period: halfPeriod(2023, 1) }, ['length']],
    ['the part of it that has passed', { upTo: day('2023-08-20') }, ['part']],
    ['other dossiers', { scope: 'all-systems' }, ['scope']],
    ['another formula', { formula: 'OVERDUE_RESOLVED_ONLY' }, ['formula']],
    [
      'another formula without counts',
      { formula: 'OVERDUE_RESOLVED_ONLY', counted: false },
      ['formula', 'withoutCounts'],
    ],
    ['a formula nobody states', { formula: null }, ['formulaNotStated']],
    [
      'a quarter that differs in everything',
      { period: quarterPeriod(2023, 3), scope: 'all-systems', formula: null, counted: false },
      ['length', 'scope', 'formulaNotStated', 'withoutCounts'],
    ],
  ])('against %s', (_name, differences, why) => {
    const other = { ...basis, ...differences };
    expect(unlikenesses(basis, other)).toEqual(why);
    expect(unlikenesses(other, basis)).toEqual(why);
    expect(areAlike(basis, other)).toBe(why.length === 0);
  });
});

test('two formulas that are not stated are not the same', () => {
  const unstated = { ...basis, formula: null };
  expect(unlikenesses(unstated, unstated)).toEqual(['formulaNotStated']);
});

test('what one survey says of two is alike without a formula, and of two surveys is not', () => {
  const asked = { ...basis, formula: null, counted: false, survey: 1 };
  expect(unlikenesses(asked, asked)).toEqual([]);
  expect(unlikenesses(asked, { ...asked, survey: 2 })).toEqual([
    'formulaNotStated',
    'withoutCounts',
  ]);
});

test('counts need no formula to be alike', () => {
  const half = { upTo: null, period: halfPeriod(2023, 1), scope: 'survey' };
  expect(unlikeExtents(basis, { upTo: null, period: yearPeriod(2020), scope: 'one-stop' })).toEqual(
    [],
  );
  expect(unlikeExtents(basis, half)).toEqual(['length', 'scope']);
  const inPart = { ...basis, inPart: true };
  expect(unlikeExtents(inPart, inPart)).toEqual(['inPart']);
});

describe('running periods', () => {
  const upTo = (period: Basis['period'], last: string) => ({ ...basis, period, upTo: day(last) });
  const thirdOf2023 = upTo(quarterPeriod(2023, 3), '2023-08-20');
  test.each<[string, Basis, readonly Unlike[]]>([
    ['the same day a year before', upTo(quarterPeriod(2022, 3), '2022-08-20'), []],
    // Quarter 2 begins on 15/3: 67 days of both.
    ['as many days of the quarter before', upTo(quarterPeriod(2023, 2), '2023-05-20'), []],
    ['a day more', upTo(quarterPeriod(2022, 3), '2022-08-21'), []],
    ['two days more', upTo(quarterPeriod(2022, 3), '2022-08-22'), ['part']],
    ['the whole quarter', { ...basis, period: quarterPeriod(2022, 3) }, ['part']],
    ['a part of a longer period', upTo(yearPeriod(2023), '2023-08-20'), ['length', 'part']],
  ])('a quarter up to 20/8 against %s', (_name, other, why) => {
    expect(unlikenesses(thirdOf2023, other)).toEqual(why);
    expect(unlikenesses(other, thirdOf2023)).toEqual(why);
  });
});
