import { describe, expect, test } from 'vitest';

import type { PeriodAsked } from '../../src/calendar/period.ts';
import { periodKey } from '../../src/calendar/periods.ts';
import { askedFor, choosePeriod } from '../../src/queries/choose-period.ts';
import { keyOf } from './known.ts';

const TODAY = Temporal.PlainDate.from('2023-09-20');

const covered = (key: string) => ({ key: keyOf(key) });

/** The key chosen, or "none" with what was looked for. */
function chosen(keys: readonly string[], asked: PeriodAsked | null): string {
  const choice = choosePeriod(keys.map(covered), asked, TODAY);
  if (choice.kind === 'chosen') return choice.found.key;
  return `none ${choice.asked === null ? '-' : periodKey(choice.asked)}`;
}

describe('nothing asked', () => {
  test.each([
    [['2022', '2023'], '2023'],
    [['2023-Q3', '2023-H1'], '2023-Q3'],
    // Of two that end on the same day the longer one says more.
    [['2023-Q4', '2023', '2023-H2'], '2023'],
    [['2023-M12', '2023-Q4'], '2023-Q4'],
    [['2023-Q2', '2023-H1'], '2023-H1'],
    [['2023', '2023', '2020'], '2023'],
    [[], 'none -'],
  ])('of %j: %s', (keys, expected) => {
    expect(chosen(keys, null)).toBe(expected);
  });
});

const ALL = ['2020', '2022-Q3', '2023-H1', '2023-Q2', '2023-Q3', '2023-M08'];

describe('asked for', () => {
  test.each<[string, PeriodAsked, string]>([
    ['a year', { kind: 'year', year: 2020 }, '2020'],
    ['a year without figures', { kind: 'year', year: 2021 }, 'none 2021'],
    ['a quarter of a year', { kind: 'quarter', number: 3, year: 2022 }, '2022-Q3'],
    ['a quarter: the newest there is', { kind: 'quarter', number: 3, year: null }, '2023-Q3'],
    ['a quarter nobody has', { kind: 'quarter', number: 4, year: null }, 'none 2023-Q4'],
    ['a half', { kind: 'half', number: 1, year: null }, '2023-H1'],
    ['a month', { kind: 'month', number: 8, year: null }, '2023-M08'],
    ['nine months', { kind: 'nineMonths', year: 2023 }, 'none 2023-9M'],
    [
      'the days of a quarter',
      {
        kind: 'range',
        from: Temporal.PlainDate.from('2023-06-15'),
        to: Temporal.PlainDate.from('2023-09-14'),
      },
      '2023-Q3',
    ],
    ['the quarter before', { kind: 'relative', unit: 'quarter', offset: -1 }, '2023-Q3'],
    ['last year', { kind: 'quarter', number: 3, year: null, yearOffset: -1 }, '2022-Q3'],
    // "Kỳ này" is the period with the newest figures, "kỳ trước" the one before it.
    ['this period', { kind: 'relative', unit: 'period', offset: 0 }, '2023-Q3'],
    ['the period before', { kind: 'relative', unit: 'period', offset: -1 }, '2023-Q2'],
  ])('%s', (_words, asked, expected) => {
    expect(chosen(ALL, asked)).toBe(expected);
  });

  test('in vain: what there is comes newest first', () => {
    const choice = choosePeriod(ALL.map(covered), { kind: 'year', year: 2019 }, TODAY);
    const available = choice.kind === 'none' ? choice.available.map(periodKey) : [];
    expect(available).toEqual(['2023-Q3', '2023-M08', '2023-H1', '2023-Q2', '2022-Q3', '2020']);
  });
});

test.each(ALL.map(keyOf))('%s is found again by its days', (key) => {
  const choice = choosePeriod([{ key }], null, TODAY);
  if (choice.kind === 'none') throw new Error('nothing chosen');
  expect(chosen(ALL, askedFor(choice.period))).toBe(key);
});
