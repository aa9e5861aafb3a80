import { expect, test } from 'vitest';

import { NO_COUNTS } from '../../src/figures/counts.ts';
import { hundredthsOfPercent } from '../../src/figures/fraction.ts';
import { rateBy } from '../../src/figures/rate.ts';
import { sumCounts } from '../../src/figures/sum-counts.ts';
import { printedRows } from './phu-luc-2.ts';

test('the communes of Cam Ranh add up to more than is printed for them', () => {
  const sum = sumCounts(
    printedRows()
      .filter(({ parent }) => parent === 'C.VI')
      .map(({ counts }) => counts),
  );
  expect(sum).toMatchObject({
    resolved: 13_413,
    resolvedOnTime: 13_351,
    resolvedOverdue: 62,
    pending: 157,
  });
  const result = rateBy('OVERDUE_TOTAL_OVER_HANDLED', sum);
  expect(result.kind === 'rate' && hundredthsOfPercent(result.fraction)).toBe(46);
});

test('a column that one of them does not give is unknown, the others are summed', () => {
  const sum = sumCounts([
    { ...NO_COUNTS, received: 5, resolved: 3 },
    { ...NO_COUNTS, received: 7 },
  ]);
  expect(sum).toEqual({ ...NO_COUNTS, received: 12 });
});

test('early is added to on time when only some count it apart', () => {
  const sum = sumCounts([
    { ...NO_COUNTS, resolvedEarly: 41, resolvedOnTime: 2479 },
    { ...NO_COUNTS, resolvedOnTime: 100 },
  ]);
  expect(sum).toMatchObject({ resolvedEarly: null, resolvedOnTime: 2620 });
});

test('early stays apart when all count it so', () => {
  const one = { ...NO_COUNTS, resolvedEarly: 1, resolvedOnTime: 2 };
  expect(sumCounts([one, one])).toMatchObject({ resolvedEarly: 2, resolvedOnTime: 4 });
});

test('nothing adds up to nothing known', () => {
  expect(sumCounts([])).toEqual(NO_COUNTS);
});
