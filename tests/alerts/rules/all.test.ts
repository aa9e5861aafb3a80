import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { RULE_KINDS } from '../../../src/alerts/rules.ts';
import { RULES } from '../../../src/alerts/rules/all.ts';
import { rateRules } from '../any-measure.ts';

const anyAmount = fc.record({ value: fc.nat(3_000), of: fc.integer({ min: 1, max: 3_000 }) });
/** Small ones too: numbers of dossiers. */
const anyBound = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 10_000 }));
const anyMargin = fc.integer({ min: 1, max: 500 });

test.each(RULE_KINDS)('%s stands under its own name', (kind) => {
  expect(RULES[kind].kind).toBe(kind);
});

test.each(RULE_KINDS)('%s: what is reached is not left behind', (kind) => {
  const { reaches, holds } = RULES[kind];
  fc.assert(
    fc.property(anyAmount, anyBound, anyMargin, (amount, bound, margin) => {
      const rules = rateRules({ margin });
      const isLeft = !holds(amount, bound, rules);
      expect(reaches(amount, bound, rules) && isLeft).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});

test.each(RULE_KINDS)('%s: who reaches a graver bound reaches the milder ones', (kind) => {
  const { reaches, worseIs } = RULES[kind];
  fc.assert(
    fc.property(anyAmount, anyBound, anyBound, (amount, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      const [mild, grave] = worseIs === 'more' ? [less, more] : [more, less];
      const rules = rateRules();
      const isMilderMissed = !reaches(amount, mild, rules);
      expect(reaches(amount, grave, rules) && isMilderMissed).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});
