import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { hasTrait, placeText, readPlace } from '../../src/snapshots/intake-problem.ts';

test.each([
  ['a.csv', { file: 'a.csv', row: null, column: null }],
  ['a.csv:12', { file: 'a.csv', row: 12, column: null }],
  ['a.xlsx!Trang 1:12:E', { file: 'a.xlsx!Trang 1', row: 12, column: 'E' }],
  ['C:\\data\\a.csv:3:AA', { file: 'C:\\data\\a.csv', row: 3, column: 'AA' }],
  ['--period', { file: '--period', row: null, column: null }],
])('%s', (text, place) => {
  expect(readPlace(text)).toEqual(place);
  expect(placeText(place)).toBe(text);
});

test('every place can be taken apart again', () => {
  const files = fc.string({ minLength: 1 }).filter((file) => !/:\d+(:[^:]+)?$/u.test(file));
  const columns = fc.option(fc.stringMatching(/^[A-Z]{1,2}$/u));
  fc.assert(
    fc.property(files, fc.nat(), columns, (file, row, column) => {
      const place = { file, row, column };
      expect(readPlace(placeText(place))).toEqual(place);
    }),
  );
});

test.each([
  ['fileMissing', 'nothingArrived', true],
  ['empty', 'nothingArrived', false],
  ['changedWhileRead', 'staysThere', true],
  ['notANumber', 'quotesNobody', false],
  ['rowDoesNotAddUp', 'quotesNobody', true],
  // Of settings, or of a release to come: it may quote.
  ['unheardOf', 'quotesNobody', false],
  ['toString', 'nothingArrived', false],
] as const)('%s: %s is %s', (code, trait, is) => {
  expect(hasTrait({ code }, trait)).toBe(is);
});
