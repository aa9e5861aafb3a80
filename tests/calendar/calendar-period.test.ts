import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  asPeriod,
  calendarPeriodAsked,
  calendarPeriodBefore,
  calendarPeriodOf,
  calendarPeriodOn,
} from '../../src/calendar/calendar-period.ts';
import type { PeriodAsked } from '../../src/calendar/period.ts';
import { monthPeriod, periodKey, quarterPeriod, yearPeriod } from '../../src/calendar/periods.ts';
import { unlikeExtents } from '../../src/figures/like-for-like.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const daysOf = ({ from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate }) =>
  `${from.toString()}..${to.toString()}`;

test.each([
  ['month', '2026-11-21', '2026-11-01..2026-11-30'],
  ['month', '2024-02-29', '2024-02-01..2024-02-29'],
  ['month', '2026-12-31', '2026-12-01..2026-12-31'],
  ['quarter', '2026-11-21', '2026-10-01..2026-12-31'],
  ['quarter', '2026-03-31', '2026-01-01..2026-03-31'],
  ['year', '2026-11-21', '2026-01-01..2026-12-31'],
] as const)('the %s of %s', (unit, on, days) => {
  expect(daysOf(calendarPeriodOn(unit, day(on)))).toBe(days);
});

test('every day lies in its period, is found again by its days, and follows the one before', () => {
  const units = fc.constantFrom('month', 'quarter', 'year');
  const days = fc.integer({ min: 0, max: 20_000 }).map((n) => day('2000-01-01').add({ days: n }));
  fc.assert(
    fc.property(units, days, (unit, on) => {
      const period = calendarPeriodOn(unit, on);
      expect(Temporal.PlainDate.compare(period.from, on)).toBeLessThanOrEqual(0);
      expect(Temporal.PlainDate.compare(on, period.to)).toBeLessThanOrEqual(0);
      expect(calendarPeriodOf(asPeriod(period))).toMatchObject({ unit, number: period.number });
      expect(calendarPeriodBefore(period).to.add({ days: 1 }).equals(period.from)).toBe(true);
    }),
  );
});

describe('periods from the 15th to the 14th', () => {
  test.each([
    [calendarPeriodOn('month', day('2026-10-01')), monthPeriod(2026, 10)],
    [calendarPeriodOn('quarter', day('2026-10-01')), quarterPeriod(2026, 4)],
    [calendarPeriodOn('year', day('2026-10-01')), yearPeriod(2026)],
  ])('are like none of the calendar, and none of them is one', (calendar, reporting) => {
    const extent = { upTo: null, scope: 'one' };
    const unlike = unlikeExtents(
      { ...extent, period: asPeriod(calendar) },
      { ...extent, period: reporting },
    );
    expect(unlike).toEqual(['length']);
    expect(calendarPeriodOf(reporting)).toBeNull();
    expect(periodKey(asPeriod(calendar))).not.toBe(periodKey(reporting));
  });
});

test.each<[PeriodAsked, string | null]>([
  [{ kind: 'month', year: null, number: 9 }, '2026-09-01..2026-09-30'],
  [{ kind: 'month', year: 2025, number: 12 }, '2025-12-01..2025-12-31'],
  [{ kind: 'quarter', year: null, yearOffset: -1, number: 4 }, '2025-10-01..2025-12-31'],
  [{ kind: 'year', year: 2026 }, '2026-01-01..2026-12-31'],
  [{ kind: 'relative', unit: 'month', offset: -1 }, '2026-10-01..2026-10-31'],
  [{ kind: 'relative', unit: 'month', offset: 0 }, '2026-11-01..2026-11-30'],
  [{ kind: 'relative', unit: 'period', offset: 0 }, '2026-10-01..2026-10-31'],
  [{ kind: 'relative', unit: 'period', offset: -1 }, '2026-09-01..2026-09-30'],
  [{ kind: 'relative', unit: 'samePeriod', offset: -1 }, '2025-10-01..2025-10-31'],
  [{ kind: 'relative', unit: 'half', offset: 0 }, null],
  [{ kind: 'half', year: 2026, number: 1 }, null],
  [{ kind: 'nineMonths', year: 2026 }, null],
  [{ kind: 'years', span: null }, null],
  [{ kind: 'range', from: day('2026-07-01'), to: day('2026-09-30') }, '2026-07-01..2026-09-30'],
  [{ kind: 'range', from: day('2026-07-01'), to: day('2026-09-29') }, null],
])('%j is %s', (asked, days) => {
  const current = calendarPeriodOn('month', day('2026-10-31'));
  const found = calendarPeriodAsked(asked, { today: day('2026-11-21'), current });
  expect(found === null ? null : daysOf(found)).toBe(days);
});
