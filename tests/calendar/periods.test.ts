import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { PeriodKey } from '../../src/calendar/period.ts';
import {
  halfPeriod,
  monthPeriod,
  nineMonthsPeriod,
  parsePeriodKey,
  periodKey,
  quarterPeriod,
  rangePeriod,
  reportingMonthOf,
  reportingYearOf,
  yearPeriod,
} from '../../src/calendar/periods.ts';
import { anyDay, anyPeriod } from './any-period.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('named periods run from the 15th to the 14th', () => {
  test.each([
    [yearPeriod(2023), '2022-12-15', '2023-12-14', '2023'],
    [halfPeriod(2023, 1), '2022-12-15', '2023-06-14', '2023-H1'],
    [halfPeriod(2023, 2), '2023-06-15', '2023-12-14', '2023-H2'],
    [nineMonthsPeriod(2023), '2022-12-15', '2023-09-14', '2023-9M'],
    [quarterPeriod(2023, 1), '2022-12-15', '2023-03-14', '2023-Q1'],
    [quarterPeriod(2023, 2), '2023-03-15', '2023-06-14', '2023-Q2'],
    [quarterPeriod(2023, 3), '2023-06-15', '2023-09-14', '2023-Q3'],
    [quarterPeriod(2023, 4), '2023-09-15', '2023-12-14', '2023-Q4'],
    [monthPeriod(2023, 1), '2022-12-15', '2023-01-14', '2023-M01'],
    [monthPeriod(2023, 3), '2023-02-15', '2023-03-14', '2023-M03'],
    [monthPeriod(2023, 12), '2023-11-15', '2023-12-14', '2023-M12'],
    [
      rangePeriod(day('2023-02-01'), day('2023-02-28')),
      '2023-02-01',
      '2023-02-28',
      '2023-02-01..2023-02-28',
    ],
  ])('$0.kind $3', (period, from, to, key) => {
    expect([period.from.toString(), period.to.toString()]).toEqual([from, to]);
    expect(periodKey(period)).toBe(key);
    expect(parsePeriodKey(PeriodKey.parse(key))).toEqual(period);
  });

  test.each([0, 13, 1.5])('there is no month %d', (number) => {
    expect(() => monthPeriod(2023, number)).toThrow(RangeError);
  });
});

describe('days that are those of a named period are that period', () => {
  test.each([
    ['2023-06-15', '2023-09-14', '2023-Q3'],
    ['2022-12-15', '2023-12-14', '2023'],
    ['2022-12-15', '2023-06-14', '2023-H1'],
    ['2022-12-15', '2023-09-14', '2023-9M'],
    ['2022-12-15', '2023-01-14', '2023-M01'],
    ['2023-11-15', '2023-12-14', '2023-M12'],
    // Off by a day, or over several reporting years, or months without a name together.
    ['2023-06-14', '2023-09-14', '2023-06-14..2023-09-14'],
    ['2023-06-15', '2023-09-15', '2023-06-15..2023-09-15'],
    ['2022-06-15', '2023-09-14', '2022-06-15..2023-09-14'],
    ['2023-05-15', '2023-09-14', '2023-05-15..2023-09-14'],
  ])('%s to %s is %s', (from, to, key) => {
    expect(periodKey(rangePeriod(day(from), day(to)))).toBe(key);
  });

  test('whatever the days are, they are kept', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(800), (from, days) => {
        const to = from.add({ days });
        const period = rangePeriod(from, to);
        expect([period.from.toString(), period.to.toString()]).toEqual([
          from.toString(),
          to.toString(),
        ]);
      }),
    );
  });

  test('a range that ends before it starts is refused', () => {
    expect(() => rangePeriod(day('2023-06-15'), day('2023-06-14'))).toThrow(RangeError);
  });
});

describe('keys', () => {
  test('every period is read back from its key', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(parsePeriodKey(periodKey(period))).toEqual(period);
      }),
    );
  });

  test('a key of impossible days is refused', () => {
    expect(() => parsePeriodKey(PeriodKey.parse('2023-02-30..2023-03-14'))).toThrow(RangeError);
  });
});

test('quarters, halves and months tile the year without gap or overlap', () => {
  const tilings = [
    ([1, 2, 3, 4] as const).map((number) => quarterPeriod(2024, number)),
    ([1, 2] as const).map((number) => halfPeriod(2024, number)),
    Array.from({ length: 12 }, (_, index) => monthPeriod(2024, index + 1)),
  ];
  for (const parts of tilings) {
    expect(parts[0]?.from).toEqual(yearPeriod(2024).from);
    expect(parts.at(-1)?.to).toEqual(yearPeriod(2024).to);
    for (const [index, part] of parts.slice(1).entries()) {
      expect(part.from).toEqual(parts[index]?.to.add({ days: 1 }));
    }
  }
});

test('every day lies in the reporting month and year it is said to belong to', () => {
  fc.assert(
    fc.property(anyDay, (one) => {
      const { from, to } = monthPeriod(reportingYearOf(one), reportingMonthOf(one));
      expect(Temporal.PlainDate.compare(from, one)).toBeLessThanOrEqual(0);
      expect(Temporal.PlainDate.compare(one, to)).toBeLessThanOrEqual(0);
    }),
  );
});
