import { describe, expect, test } from 'vitest';

import { periodKey } from '../../../src/calendar/periods.ts';
import { askedPeriods, closedPeriods } from '../../../src/sources/http/asked-periods.ts';
import type { PeriodKind } from '../../../src/sources/http/options.ts';
import { readMoment } from '../../../src/sources/http/read-moment.ts';

describe('periods to ask for', () => {
  test.each<[kinds: PeriodKind[], closedDays: number, today: string, keys: string[]]>([
    [['year'], 5, '2026-11-21', ['2026']],
    [['year'], 5, '2026-12-14', ['2026']],
    [['year'], 5, '2026-12-15', ['2026', '2027']],
    [['year'], 5, '2026-12-19', ['2026', '2027']],
    [['year'], 5, '2026-12-20', ['2027']],
    [['year'], 0, '2026-12-15', ['2027']],
    [['quarter', 'month'], 3, '2026-09-16', ['2026-Q3', '2026-Q4', '2026-M09', '2026-M10']],
    [['half'], 3, '2026-06-14', ['2026-H1']],
    [['half'], 3, '2026-06-15', ['2026-H1', '2026-H2']],
    [['half'], 3, '2026-12-20', ['2027-H1']],
    [['nineMonths'], 3, '2026-09-14', ['2026-9M']],
    [['nineMonths'], 3, '2026-09-17', ['2026-9M']],
    [['nineMonths'], 3, '2026-09-18', []],
    [['nineMonths'], 3, '2026-12-15', ['2027-9M']],
  ])('%j, %d days more, on %s', (kinds, closedDays, today, keys) => {
    const asked = askedPeriods(kinds, closedDays, Temporal.PlainDate.from(today));
    expect(asked.map(periodKey)).toEqual(keys);
  });
});

test.each<[kinds: PeriodKind[], today: string, keys: string[]]>([
  [['year'], '2026-11-21', ['2025']],
  [['year'], '2026-12-19', []],
  [['year'], '2026-12-20', ['2026']],
  [['half'], '2026-11-21', ['2026-H1', '2025-H2', '2025-H1']],
  [['nineMonths'], '2026-09-01', ['2025-9M']],
  [['nineMonths'], '2026-11-21', ['2026-9M', '2025-9M']],
  [['year', 'quarter'], '2026-03-19', ['2025', '2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1']],
  [
    ['year', 'quarter'],
    '2026-03-20',
    ['2025', '2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1'],
  ],
])('periods that are over, %j on %s', (kinds, today, keys) => {
  const day = Temporal.PlainDate.from(today);
  expect(closedPeriods(kinds, 5, day).map(periodKey)).toEqual(keys);
  const running = askedPeriods(kinds, 5, day).map(periodKey);
  expect(running.filter((key) => keys.includes(key))).toEqual([]);
});

describe('moments', () => {
  test.each([
    ['2026-11-21', '2026-11-21T16:59:59Z'],
    ['2026-11-21T08:00:00+07:00', '2026-11-21T01:00:00Z'],
    ['2026-11-21T01:00:00Z', '2026-11-21T01:00:00Z'],
    ['2026-11-21T08:00', '2026-11-21T01:00:00Z'],
    ['2026-11-21 08:00:30', '2026-11-21T01:00:30Z'],
    ['2026-11-21T08:00:00.123+0700', '2026-11-21T01:00:00.123Z'],
    ['21/11/2026', '2026-11-21T16:59:59Z'],
    ['1/2/2026 7:05', '2026-02-01T00:05:00Z'],
    [1_795_222_800_000, '2026-11-21T01:00:00Z'],
  ])('%s', (cell, moment) => {
    expect(readMoment(cell)?.toString()).toBe(moment);
  });

  test.each([
    '',
    'hôm nay',
    '31/02/2026',
    '2026-13-01',
    '2026-11-21T25:00',
    '11-21-2026',
    20_261_121,
    1_795_222_800,
    0.5,
    null,
    true,
    undefined,
  ])('%s is none', (cell) => {
    expect(readMoment(cell)).toBeNull();
  });
});
