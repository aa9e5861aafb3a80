import { expect, test } from 'vitest';

import { uniqueBy } from '../src/unique-by.ts';

test.each<[readonly string[], readonly string[]]>([
  [[], []],
  [
    ['b1', 'a1', 'b2', 'a2', 'c1'],
    ['b1', 'a1', 'c1'],
  ],
])('of %j the first of each letter, in order: %j', (items, expected) => {
  expect(uniqueBy(items, (item) => item[0])).toEqual(expected);
});

test('a key that is nothing is a key', () => {
  expect(uniqueBy([null, 0, null, undefined, 0], (item) => item)).toEqual([null, 0, undefined]);
});
