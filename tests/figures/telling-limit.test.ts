import { expect, test } from 'vitest';

import { mostTelling } from '../../src/figures/telling-limit.ts';

test.each([
  ['the gravest that is broken', [false, false, true], 1],
  ['the only one that is broken', [true, false, true], 1],
  ['the mildest, where all are kept', [true, true], 0],
  ['none, where there are none', [], null],
])('of limits is told %s', (_, kept, at) => {
  const limits = kept.map((one, index) => ({ kept: one, index }));
  expect(mostTelling(limits)?.index ?? null).toBe(at);
});
