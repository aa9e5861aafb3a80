import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Period } from '../../src/calendar/period.ts';
import { periodKey } from '../../src/calendar/periods.ts';
import { readPeriods } from '../../src/calendar/read-periods.ts';
import { resolvePeriod } from '../../src/calendar/resolve-period.ts';
import { bare } from '../../src/vietnamese/fold.ts';
import { anyPeriod } from './any-period.ts';

const today = Temporal.PlainDate.from('2023-10-20');
const ROMAN = ['', 'I', 'II', 'III', 'IV'];

/** The ways official documents write a period. */
function writings(period: Period): readonly string[] {
  switch (period.kind) {
    case 'year':
      return [`năm ${String(period.year)}`, String(period.year)];
    case 'half':
      return [`6 tháng ${period.number === 1 ? 'đầu' : 'cuối'} năm ${String(period.year)}`];
    case 'nineMonths':
      return [`9 tháng đầu năm ${String(period.year)}`, `9 tháng năm ${String(period.year)}`];
    case 'quarter':
      return [
        `quý ${ROMAN[period.number] ?? ''}/${String(period.year)}`,
        `quý ${String(period.number)} năm ${String(period.year)}`,
      ];
    case 'month':
      return [
        `tháng ${String(period.number)}/${String(period.year)}`,
        `tháng ${String(period.number).padStart(2, '0')} năm ${String(period.year)}`,
      ];
    case 'range':
      return [
        `từ ${slashed(period.from)} đến ${slashed(period.to)}`,
        `${slashed(period.from)} - ${slashed(period.to)}`,
      ];
  }
}

function slashed({ day, month, year }: Temporal.PlainDate): string {
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${String(year)}`;
}

/** Pieces out of which trouble is made. */
const PIECES = [
  'năm nam lũy kế giai đoạn tháng thang quý q t từ đến ngày kỳ trước đầu cuối nửa top và 6 9 13 31 2 2023 1999 20233 III / - , . ..'.split(
    ' ',
  ),
  ['  ', '\u0301', 'İ'],
].flat();

const anyWords = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 14 })
  .chain((words) => fc.constantFrom(words.join(' '), words.join('')));

describe('any text', () => {
  test.each([
    ['of any letters', fc.string({ unit: 'binary' })],
    ['of words for periods', anyWords],
  ])('%s gives periods in order, within the text, and never throws', (_name, anyText) => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const read of readPeriods(text)) {
          expect(read.start).toBeGreaterThanOrEqual(end);
          expect(read.surelyFrom).toBeGreaterThanOrEqual(read.start);
          expect(read.end).toBeGreaterThan(read.surelyFrom);
          ({ end } = read);
          if (read.asked !== null) resolvePeriod(read.asked, { today, year: 2023 });
        }
        expect(end).toBeLessThanOrEqual(text.normalize('NFC').length);
      }),
      { numRuns: 2000, examples: [['ngày 2023 lũy kế 2023 cuối trước']] },
    );
  });

  test('a very long one is read in no time', () => {
    const long = 'từ tháng 1 '.repeat(500) + ' '.repeat(5000) + '1/'.repeat(5000);
    const start = performance.now();
    readPeriods(long);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

test('a period written as documents write it is read as that period, marks and case aside', () => {
  fc.assert(
    fc.property(anyPeriod, fc.boolean(), fc.boolean(), (period, marks, upper) => {
      for (const writing of writings(period)) {
        const spelt = marks ? writing : bare(writing);
        const written = upper ? spelt.toUpperCase() : spelt;
        const text = `trễ hạn Nha Trang ${written}?`;
        const [read, ...others] = readPeriods(text.normalize('NFD'));
        expect(others).toEqual([]);
        expect(read?.asked && periodKey(resolvePeriod(read.asked, { today, year: 1 }))).toBe(
          periodKey(period),
        );
        expect(text.slice(read?.start, read?.end)).toBe(written);
      }
    }),
  );
});

test('the key of any period is read as that period', () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      const read = readPeriods(`/tre-han nha trang ${periodKey(period)}`);
      expect(
        read.map(({ asked }) => asked && periodKey(resolvePeriod(asked, { today, year: 1 }))),
      ).toEqual([periodKey(period)]);
    }),
  );
});
