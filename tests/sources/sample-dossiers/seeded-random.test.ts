import { expect, test } from 'vitest';

import {
  below,
  oneOf,
  seededRandom,
  weighted,
} from '../../../src/sources/sample-dossiers/seeded-random.ts';

const drawn = (seed: string, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

test('a seed always gives the same numbers, and each seed its own', () => {
  expect(drawn('1 a', 5)).toEqual(drawn('1 a', 5));
  expect(drawn('1 a', 5)).not.toEqual(drawn('1 b', 5));
});

test('numbers lie from 0 to below 1 and are spread evenly', () => {
  const numbers = drawn('even', 20_000);
  expect(numbers.filter((number) => number < 0 || number >= 1)).toEqual([]);
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const inTenth = numbers.filter((number) => Math.floor(number * 10) === tenth).length;
    expect(Math.abs(inTenth - 2_000)).toBeLessThan(200);
  }
});

test('whole numbers, one of some, and more often what weighs more', () => {
  const random = seededRandom('choice');
  const faces = new Set(Array.from({ length: 200 }, () => below(6, random)));
  expect(faces).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  expect(oneOf(['only'], random)).toBe('only');
  expect(() => oneOf([], random)).toThrow(RangeError);
  const choose = weighted(['rare', 'often'], (thing) => (thing === 'often' ? 9 : 1));
  const rare = Array.from({ length: 1_000 }, () => choose(random)).filter(
    (thing) => thing === 'rare',
  );
  expect(Math.abs(rare.length - 100)).toBeLessThan(50);
});
