import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { pointsBetween, relativeChange } from '../../src/figures/change.ts';
import { fraction, hundredthsOfPercent } from '../../src/figures/fraction.ts';

const printed = (hundredths: number) => ({ hundredths, fraction: null });
const counted = (numerator: number, denominator: number) => {
  const rate = fraction(numerator, denominator);
  return { hundredths: hundredthsOfPercent(rate), fraction: rate };
};

test.each([
  ['Nha Trang H1 2022 to H1 2023, "giảm 0,74%"', printed(170), printed(96), -74],
  ['province 2022 to 2023', printed(159), printed(49), -110],
  ['online 2022 to 2023', printed(5464), printed(6290), 826],
  ['no change', printed(49), printed(49), 0],
  ['a counted rate after a printed one', printed(170), counted(63, 6571), -74],
  // 0,333… to 0,666…: the rounded rates differ by 34.
  ['counted rates are subtracted before rounding', counted(1, 300), counted(2, 300), 33],
])('%s', (_name, earlier, later, points) => {
  expect(pointsBetween(earlier, later)).toBe(points);
});

test.each([
  ['half as much again', 1000, 1500, 5000],
  ['a quarter less', 200, 150, -2500],
  ['seventeen times as much', 7806, 135_943, 164_152],
  ['money beyond 32 bits', 420_485_000, 134_041_693_402, 3_177_788],
  ['the same', 800, 800, 0],
  ['over nothing', 0, 5, null],
])('an amount and another: %s', (_name, from, to, hundredths) => {
  expect(relativeChange(from, to)).toBe(hundredths);
});

const anyRate = fc
  .tuple(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }))
  .filter(([numerator, denominator]) => numerator <= denominator)
  .map(([numerator, denominator]) => counted(numerator, denominator));

test('there and back is no change, and at most one hundredth from the difference of what is shown', () => {
  fc.assert(
    fc.property(anyRate, anyRate, (a, b) => {
      expect(pointsBetween(a, b) + pointsBetween(b, a)).toBe(0);
      expect(Math.abs(pointsBetween(a, b) - (b.hundredths - a.hundredths))).toBeLessThanOrEqual(1);
    }),
  );
});
