import { describe, expect, test } from 'vitest';

import type { PossiblePeriod } from '../../src/calendar/period.ts';
import { nineMonthsPeriod, periodKey, quarterPeriod } from '../../src/calendar/periods.ts';
import { resolvePeriod } from '../../src/calendar/resolve-period.ts';

const today = Temporal.PlainDate.from('2023-10-20');
const day = (text: string) => Temporal.PlainDate.from(text);
const keyOf = (asked: PossiblePeriod, at = today) =>
  periodKey(resolvePeriod(asked, { today: at, year: 2021 }));

describe('a period said outright', () => {
  test.each<[PossiblePeriod, string]>([
    [{ kind: 'year', year: 2023 }, '2023'],
    [{ kind: 'quarter', number: 3, year: 2023 }, '2023-Q3'],
    [{ kind: 'half', number: 2, year: 2023 }, '2023-H2'],
    [{ kind: 'nineMonths', year: 2023 }, '2023-9M'],
    [{ kind: 'month', number: 10, year: 2023 }, '2023-M10'],
    [{ kind: 'range', from: day('2023-06-15'), to: day('2023-09-14') }, '2023-Q3'],
    [{ kind: 'years', span: { from: 2020, to: 2023 } }, '2019-12-15..2023-12-14'],
    [{ kind: 'years', span: null }, '1999-12-15..2023-12-14'],
  ])('%j is %s', (asked, key) => {
    expect(keyOf(asked)).toBe(key);
  });
});

describe('without a year', () => {
  test.each<[PossiblePeriod, string]>([
    [{ kind: 'quarter', number: 3, year: null }, '2021-Q3'],
    [{ kind: 'half', number: 1, year: null }, '2021-H1'],
    [{ kind: 'nineMonths', year: null }, '2021-9M'],
    [{ kind: 'month', number: 2, year: null }, '2021-M02'],
    [{ kind: 'quarter', number: 3, year: null, yearOffset: 0 }, '2023-Q3'],
    [{ kind: 'half', number: 1, year: null, yearOffset: -1 }, '2022-H1'],
  ])('%j is %s', (asked, key) => {
    expect(keyOf(asked)).toBe(key);
  });
});

describe('relative to today', () => {
  test.each([
    ['2023-10-14', 'month', 0, '2023-M10'],
    ['2023-10-15', 'month', 0, '2023-M11'],
    ['2023-10-20', 'month', -1, '2023-M10'],
    ['2023-12-15', 'month', 0, '2024-M01'],
    ['2023-12-15', 'month', -1, '2023-M12'],
    ['2023-10-20', 'quarter', 0, '2023-Q4'],
    ['2023-10-20', 'quarter', -1, '2023-Q3'],
    ['2023-09-14', 'quarter', 0, '2023-Q3'],
    ['2023-03-14', 'quarter', -1, '2022-Q4'],
    ['2023-10-20', 'half', 0, '2023-H2'],
    ['2023-06-14', 'half', 0, '2023-H1'],
    ['2023-06-14', 'half', -1, '2022-H2'],
    ['2023-12-14', 'year', 0, '2023'],
    ['2023-12-15', 'year', 0, '2024'],
    ['2023-10-20', 'year', -1, '2022'],
    ['2023-10-20', 'period', 0, '2023-M11'],
    ['2023-10-20', 'period', -1, '2023-M10'],
  ] as const)('on %s the %s %d is %s', (at, unit, offset, key) => {
    expect(keyOf({ kind: 'relative', unit, offset }, day(at))).toBe(key);
  });

  test('the same period of the year before is counted from the one spoken of', () => {
    const asked = { kind: 'relative', unit: 'samePeriod', offset: -1 } as const;
    const current = quarterPeriod(2023, 3);
    expect(periodKey(resolvePeriod(asked, { today, year: 2023, current }))).toBe('2022-Q3');
  });

  test.each([
    [quarterPeriod(2023, 3), 0, '2023-Q3'],
    [quarterPeriod(2023, 3), -1, '2023-Q2'],
    [nineMonthsPeriod(2023), -1, '2022-9M'],
  ] as const)('"this period" is the one spoken of: $0.kind, offset $1', (current, offset, key) => {
    const asked = { kind: 'relative', unit: 'period', offset } as const;
    expect(periodKey(resolvePeriod(asked, { today, year: 2023, current }))).toBe(key);
  });
});
