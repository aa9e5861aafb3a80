import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { fraction, hundredthsOfPercent } from '../../src/figures/fraction.ts';
import { type Bound, isKept, oppositeOf } from '../../src/figures/limit.ts';

const bound: fc.Arbitrary<Bound> = fc.record({
  threshold: fc.integer({ min: 0, max: 10_000 }),
  side: fc.constantFrom('below', 'above'),
  inclusive: fc.boolean(),
});
const rate = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 500 }))
  .map(([over, under]) => fraction(over, under))
  .map((exact) => ({ hundredths: hundredthsOfPercent(exact), fraction: exact }));

test('every rate keeps a bound or its opposite, and none keeps both', () => {
  fc.assert(
    fc.property(bound, rate, (one, known) => {
      expect(isKept(one, known)).toBe(!isKept(oppositeOf(one), known));
    }),
  );
});

test('a rate that is printed as 1,00% but counted below it is below 1%', () => {
  const exact = { hundredths: 100, fraction: fraction(9_996, 1_000_000) };
  expect(isKept({ threshold: 100, side: 'below', inclusive: false }, exact)).toBe(true);
  expect(isKept({ threshold: 100, side: 'above', inclusive: true }, exact)).toBe(false);
});
