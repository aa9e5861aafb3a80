import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type Counts, NO_COUNTS } from '../../src/figures/counts.ts';
import { hundredthsOfPercent } from '../../src/figures/fraction.ts';
import { FormulaId } from '../../src/figures/metric.ts';
import { handled, overdueTotal, rateBy, unaccounted } from '../../src/figures/rate.ts';
import { anyCounts } from './any-counts.ts';
import { printedRows } from './phu-luc-2.ts';

/** Half-up hundredths of a percent, or the kind of answer there is instead. */
function rateOf(formula: FormulaId, counts: Partial<Counts>): number | string {
  const result = rateBy(formula, { ...NO_COUNTS, ...counts });
  return result.kind === 'rate' ? hundredthsOfPercent(result.fraction) : result.kind;
}

/** Rows of Phụ lục 2 by their path, and figures of the reports (domain.md section 2). */
const ROWS = new Map(printedRows().map((row) => [row.path, row]));
const countsOf = (path: string) => ROWS.get(path)?.counts ?? NO_COUNTS;

const NHA_TRANG_H1: Partial<Counts> = {
  resolved: 6571,
  resolvedOnTime: 6508,
  resolvedOverdue: 63,
  pending: 1147,
  pendingOverdue: 22,
};
const COMMUNES_H1: Partial<Counts> = {
  resolved: 41_407,
  resolvedOnTime: 41_375,
  resolvedOverdue: 32,
  pending: 960,
  pendingOverdue: 3,
};
const KHDT_Q3: Partial<Counts> = {
  received: 2718,
  receivedOnline: 2493,
  receivedDirectOrPostal: 65,
  carriedOver: 160,
  resolved: 2525,
  resolvedEarly: 41,
  resolvedOnTime: 2479,
  resolvedOverdue: 5,
  pending: 193,
  pendingWithin: 193,
  pendingOverdue: 0,
};

describe('the printed rates of Phụ lục 2', () => {
  const rows = printedRows();

  test('are all 185 reproduced by the formula of the province', () => {
    expect(rows).toHaveLength(185);
    const wrong = rows.filter(
      ({ counts, rate }) => rateOf('OVERDUE_TOTAL_OVER_HANDLED', counts) !== rate,
    );
    expect(wrong).toEqual([]);
  });

  test('are not by cutting off the third decimal, nor by the other formula', () => {
    const truncated = rows.filter(({ counts, overdueTotal: overdue, rate }) => {
      return Math.floor((overdue * 10_000) / (handled(counts) ?? 0)) === rate;
    });
    expect(truncated).toHaveLength(106);
    const resolvedOnly = rows.filter(
      ({ counts, rate }) => rateOf('OVERDUE_RESOLVED_ONLY', counts) === rate,
    );
    expect(resolvedOnly.length).toBeLessThan(185);
  });

  test('stand beside totals that are the sums of their columns', () => {
    expect(
      rows.filter(({ counts, overdueTotal: printed }) => overdueTotal(counts) !== printed),
    ).toEqual([]);
  });
});

describe('figures of the reports', () => {
  test.each<[string, FormulaId, Partial<Counts>, number]>([
    ['province 2023', 'OVERDUE_TOTAL_OVER_HANDLED', countsOf('TOTAL'), 49],
    ['province 2023, resolved only', 'OVERDUE_RESOLVED_ONLY', countsOf('TOTAL'), 41],
    ['departments', 'OVERDUE_TOTAL_OVER_HANDLED', countsOf('A'), 50],
    ['districts', 'OVERDUE_TOTAL_OVER_HANDLED', countsOf('B'), 128],
    ['communes', 'OVERDUE_TOTAL_OVER_HANDLED', countsOf('C'), 34],
    ['Nha Trang 2023', 'OVERDUE_TOTAL_OVER_HANDLED', countsOf('B.7'), 77],
    ['Sở TNMT', 'OVERDUE_TOTAL_OVER_HANDLED', countsOf('A.18.-.1'), 926],
    ['Sở TNMT, resolved only', 'OVERDUE_RESOLVED_ONLY', countsOf('A.18.-.1'), 577],
    ['Sở KHĐT', 'OVERDUE_TOTAL_OVER_HANDLED', countsOf('A.6'), 87],
    ['Sở KHĐT, resolved only', 'OVERDUE_RESOLVED_ONLY', countsOf('A.6'), 93],
    // The same city and half-year is under and over 1%, by formula.
    ['Nha Trang H1 2023, as published', 'OVERDUE_RESOLVED_ONLY', NHA_TRANG_H1, 96],
    ['Nha Trang H1 2023, province formula', 'OVERDUE_TOTAL_OVER_HANDLED', NHA_TRANG_H1, 110],
    ['Nha Trang H1 2023, on time', 'ON_TIME_OF_RESOLVED', NHA_TRANG_H1, 9904],
    ['communes H1 2023', 'OVERDUE_RESOLVED_ONLY', COMMUNES_H1, 8],
    ['communes H1 2023, province formula', 'OVERDUE_TOTAL_OVER_HANDLED', COMMUNES_H1, 8],
    ['communes H1 2023, on time', 'ON_TIME_OF_RESOLVED', COMMUNES_H1, 9992],
    [
      'ngành dọc 2023',
      'ON_TIME_OF_RESOLVED',
      { resolved: 4_354_657, resolvedOnTime: 4_353_000 },
      9996,
    ],
    ['Sở KHĐT Q3 2023', 'OVERDUE_TOTAL_OVER_HANDLED', KHDT_Q3, 18],
    // The report prints 97,45%: cut off, not rounded.
    ['Sở KHĐT Q3 2023, online of new', 'ONLINE_OVER_RECEIVED_NEW', KHDT_Q3, 9746],
    ['Sở KHĐT Q3 2023, online of all', 'ONLINE_OVER_RECEIVED', KHDT_Q3, 9172],
    ['Sở KHĐT Q3 2023, early counts as on time', 'ON_TIME_OF_RESOLVED', KHDT_Q3, 9980],
    ['Sở KHĐT Q3 2023, national', 'NATIONAL_ON_TIME', KHDT_Q3, 9982],
    [
      'ngành dọc 2020',
      'ONLINE_OVER_RESOLVED',
      { receivedOnline: 2_344_880, resolved: 2_971_152 },
      7892,
    ],
  ])('%s', (_name, formula, counts, hundredths) => {
    expect(rateOf(formula, counts)).toBe(hundredths);
  });
});

describe('when there is no rate', () => {
  const nothing = { resolved: 0, resolvedOverdue: 0, pending: 0, pendingOverdue: 0 };

  test('nothing arose is not 0%', () => {
    expect(rateBy('OVERDUE_TOTAL_OVER_HANDLED', { ...NO_COUNTS, ...nothing })).toEqual({
      kind: 'nothingArose',
    });
  });

  test.each<[FormulaId, Partial<Counts>, readonly string[]]>([
    [
      'OVERDUE_TOTAL_OVER_HANDLED',
      { resolved: 10, resolvedOverdue: 1 },
      ['pendingOverdue', 'pending'],
    ],
    ['OVERDUE_RESOLVED_ONLY', {}, ['resolvedOverdue', 'resolved']],
    ['ON_TIME_OF_RESOLVED', { resolved: 10, resolvedEarly: 3 }, ['resolvedOnTime']],
    ['ONLINE_OVER_RECEIVED_NEW', { receivedOnline: 5 }, ['receivedDirectOrPostal']],
    ['POSTAL_OVER_RESOLVED', KHDT_Q3, []],
    ['POSTAL_OVER_RECEIVED', KHDT_Q3, []],
    ['ONLINE_OVER_PUBLISHED_ONLINE', KHDT_Q3, []],
  ])('%s names the missing columns', (formula, counts, columns) => {
    expect(rateBy(formula, { ...NO_COUNTS, ...counts })).toEqual({ kind: 'missing', columns });
  });

  test('unknown counts give no rate by any formula', () => {
    for (const formula of FormulaId.options) expect(rateOf(formula, {})).toBe('missing');
  });
});

test('overdue rates of balanced counts lie between 0 and 100 %, and on time is the rest of resolved', () => {
  fc.assert(
    fc.property(anyCounts, (counts) => {
      for (const formula of ['OVERDUE_TOTAL_OVER_HANDLED', 'OVERDUE_RESOLVED_ONLY'] as const) {
        const result = rateBy(formula, counts);
        if (result.kind !== 'rate') continue;
        expect(result.fraction.numerator >= 0n).toBe(true);
        expect(result.fraction.numerator <= result.fraction.denominator).toBe(true);
      }
      const [late, onTime] = [
        rateBy('OVERDUE_RESOLVED_ONLY', counts),
        rateBy('ON_TIME_OF_RESOLVED', counts),
      ];
      expect(late.kind).toBe(onTime.kind);
      if (late.kind !== 'rate' || onTime.kind !== 'rate') return;
      expect(late.fraction.numerator + onTime.fraction.numerator).toBe(late.fraction.denominator);
    }),
  );
});

describe('totals', () => {
  test('of Nha Trang 2023', () => {
    const counts = countsOf('B.7');
    expect(overdueTotal(counts)).toBe(109);
    expect(handled(counts)).toBe(14_114);
    expect(unaccounted(counts)).toBe(868);
  });

  test('are unknown when a part is', () => {
    const counts = { ...countsOf('B.7'), pending: null, pendingOverdue: null };
    expect([overdueTotal(counts), handled(counts), unaccounted(counts)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('of all rows: 17.884 received dossiers of the province are unaccounted for, and 7 rows have none', () => {
    expect(unaccounted(countsOf('TOTAL'))).toBe(17_884);
    expect(printedRows().filter(({ counts }) => unaccounted(counts) === 0)).toHaveLength(7);
  });
});
