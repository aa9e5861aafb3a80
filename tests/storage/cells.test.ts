import { expect, test } from 'vitest';
import * as z from 'zod';

import {
  countIn,
  flagIn,
  idIn,
  numberedIn,
  orNull,
  textIn,
  wholeIn,
} from '../../src/storage/cells.ts';

const colourIn = numberedIn(['red', 'green']);

test.each([
  [wholeIn, -7, -7],
  [wholeIn, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  [countIn, 0, 0],
  [idIn, 1, 1],
  [textIn, '', ''],
  [flagIn, 0, false],
  [flagIn, 1, true],
  [colourIn, 1, 'red'],
  [colourIn, 2, 'green'],
])('%o reads %o', (read, cell, expected) => {
  expect(read(cell)).toBe(expected);
  expect(orNull<unknown>(cell, read)).toBe(expected);
});

test('an empty cell says nothing', () => {
  expect(orNull(null, wholeIn)).toBeNull();
});

test.each([
  [wholeIn, [1.5, 2 ** 53, NaN, Infinity, '1', 1n, null, undefined]],
  [countIn, [-1, 1.5, '1', null]],
  [idIn, [0, -1, 1.5, '1', null]],
  [textIn, [1, null, undefined]],
  [flagIn, [2, -1, true, '1', null]],
  [colourIn, [0, 3, 1.5, 'red', '1', null]],
])('%o believes nothing else', (read, cells) => {
  for (const cell of cells) expect(() => read(cell)).toThrow(z.ZodError);
});
