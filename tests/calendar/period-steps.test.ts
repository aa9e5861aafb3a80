import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { comparePeriods, isRunning, sameLength } from '../../src/calendar/period-order.ts';
import { previousPeriod, samePeriodLastYear } from '../../src/calendar/period-steps.ts';
import { PeriodKey } from '../../src/calendar/period.ts';
import { parsePeriodKey, periodKey } from '../../src/calendar/periods.ts';
import { anyNamedPeriod, anyPeriod } from './any-period.ts';

const period = (key: string) => parsePeriodKey(PeriodKey.parse(key));

describe('the period before', () => {
  test.each([
    ['2023', '2022'],
    ['2023-H2', '2023-H1'],
    ['2023-H1', '2022-H2'],
    ['2023-Q3', '2023-Q2'],
    ['2023-Q1', '2022-Q4'],
    ['2023-M10', '2023-M09'],
    ['2023-M01', '2022-M12'],
  ])('of %s is %s', (key, before) => {
    expect(previousPeriod(period(key))).toEqual(period(before));
  });

  test.each(['2023-9M', '2023-02-01..2023-02-28'])('of %s is none', (key) => {
    expect(previousPeriod(period(key))).toBeNull();
  });

  test('ends the day before the period starts, and is as long', () => {
    fc.assert(
      fc.property(anyNamedPeriod, (one) => {
        const before = previousPeriod(one);
        fc.pre(before !== null);
        expect(before.to.add({ days: 1 })).toEqual(one.from);
        expect(sameLength(before, one)).toBe(true);
      }),
    );
  });

  test('as many steps back as a year has such periods lead to the same period last year', () => {
    fc.assert(
      fc.property(anyNamedPeriod, (one) => {
        const steps = { year: 1, half: 2, quarter: 4, month: 12, nineMonths: 0, range: 0 }[
          one.kind
        ];
        fc.pre(steps > 0);
        let back: typeof one | null = one;
        for (let step = 0; step < steps; step += 1) back = back && previousPeriod(back);
        expect(back).toEqual(samePeriodLastYear(one));
      }),
    );
  });
});

describe('the same period last year', () => {
  test.each([
    ['2023', '2022'],
    ['2023-9M', '2022-9M'],
    ['2023-H1', '2022-H1'],
    ['2023-Q3', '2022-Q3'],
    ['2023-M10', '2022-M10'],
    ['2023-02-01..2023-02-28', '2022-02-01..2022-02-28'],
    ['2024-02-01..2024-02-29', '2023-02-01..2023-02-28'],
  ])('of %s is %s', (key, before) => {
    expect(samePeriodLastYear(period(key))).toEqual(period(before));
  });

  test('is as long, a 29 February aside', () => {
    fc.assert(
      fc.property(anyPeriod, (one) => {
        expect(sameLength(one, samePeriodLastYear(one))).toBe(true);
      }),
    );
  });
});

test.each([
  ['2022-12-14', false],
  ['2022-12-15', true],
  ['2023-12-14', true],
  ['2023-12-15', false],
])('on %s the year 2023 is running: %s', (today, running) => {
  expect(isRunning(period('2023'), Temporal.PlainDate.from(today))).toBe(running);
});

test.each([
  ['2023-Q1', '2023-Q3', true],
  ['2023-Q1', '2023-H1', false],
  ['2023', '2022', true],
  ['2023-9M', '2023', false],
  ['2023-02-01..2023-02-28', '2023-03-01..2023-03-28', true],
  ['2023-02-01..2023-02-28', '2023-03-01..2023-03-30', false],
])('%s and %s are of the same length: %s', (a, b, same) => {
  expect(sameLength(period(a), period(b))).toBe(same);
});

test('periods are sorted by their end, then by their start', () => {
  const keys = ['2023', '2023-Q3', '2023-Q4', '2022', '2023-9M', '2023-H2', '2023-M12'];
  const sorted = keys.map(period).toSorted(comparePeriods).map(periodKey);
  expect(sorted).toEqual(['2022', '2023-9M', '2023-Q3', '2023', '2023-H2', '2023-Q4', '2023-M12']);
});
