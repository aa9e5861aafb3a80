import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  compareFractions,
  compareWithPercent,
  fraction,
  hundredthsOfPercent,
  printedFraction,
} from '../../src/figures/fraction.ts';

const anyFraction = fc
  .tuple(fc.bigInt(0n, 10n ** 12n), fc.bigInt(1n, 10n ** 12n))
  .map(([numerator, denominator]) => fraction(numerator, denominator));

describe('hundredths of a percent', () => {
  test.each([
    [109, 14_114, 77],
    [2_597, 525_433, 49],
    [0, 88, 0],
    [88, 88, 10_000],
    // Exactly half a hundredth goes up, a hair below does not.
    [1, 20_000, 1],
    [49_999, 1_000_000_000, 0],
    [3, 800, 38],
    // 1.005 % is below a half as a binary number.
    [201, 20_000, 101],
    [-1, 20_000, -1],
    [-74, 10_000, -74],
  ])('%d of %d is %d', (numerator, denominator, hundredths) => {
    expect(hundredthsOfPercent(fraction(numerator, denominator))).toBe(hundredths);
  });

  test('are never more than half a hundredth off, and exactly half is above', () => {
    fc.assert(
      fc.property(anyFraction, (rate) => {
        // 20000 × rate lies in [2h - 1, 2h + 1).
        const twice = rate.numerator * 20_000n;
        const rounded = BigInt(hundredthsOfPercent(rate)) * 2n;
        expect(twice >= (rounded - 1n) * rate.denominator).toBe(true);
        expect(twice < (rounded + 1n) * rate.denominator).toBe(true);
      }),
    );
  });

  test('a printed rate is itself again', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (hundredths) => {
        expect(hundredthsOfPercent(printedFraction(hundredths))).toBe(hundredths);
      }),
    );
  });

  test('there is no rate over nothing', () => {
    expect(() => fraction(0, 0)).toThrow(RangeError);
    expect(() => fraction(1, -1)).toThrow(RangeError);
  });
});

describe('comparison', () => {
  test.each([
    [1, 100, 100, 0],
    [99, 10_000, 100, -1],
    // Printed both are 1,00%; only one reaches it.
    [9_999, 1_000_000, 100, -1],
    [10_001, 1_000_000, 100, 1],
    [1, 3, 3_333, 1],
  ])('%d/%d against %d hundredths', (numerator, denominator, hundredths, sign) => {
    const rate = fraction(numerator, denominator);
    expect(compareWithPercent(rate, hundredths)).toBe(sign);
  });

  test('orders fractions as their values, where numbers would not tell them apart', () => {
    const large = 10n ** 20n;
    expect(compareFractions(fraction(large, large + 1n), fraction(large + 1n, large + 2n))).toBe(
      -1,
    );
    expect(compareFractions(fraction(1, 3), fraction(2, 6))).toBe(0);
  });

  test('is antisymmetric, and never against the rounded rates', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect(compareFractions(a, b) + compareFractions(b, a)).toBe(0);
        const rounded = hundredthsOfPercent(a) - hundredthsOfPercent(b);
        // Rounding may make two rates equal, never turn them round.
        expect([0, compareFractions(a, b)]).toContain(Math.sign(rounded));
      }),
    );
  });
});
