import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { problemOfStyles } from '../../src/bot/text-styles.ts';
import { type StyledRun, textWithStyles, type TextStyleCode } from '../../src/index.ts';

const CODES: readonly TextStyleCode[] = ['b', 'i', 'u', 's', 'f_18', 'c_db342e', 'lst_1', 'ind_2'];

const Runs: fc.Arbitrary<readonly StyledRun[]> = fc.array(
  fc.record(
    { text: fc.string({ unit: 'grapheme' }), styles: fc.uniqueArray(fc.constantFrom(...CODES)) },
    { requiredKeys: ['text'] },
  ),
);

test('every styled run is found where its style says, and nothing is lost', () => {
  fc.assert(
    fc.property(Runs, (runs) => {
      const { text, textStyles } = textWithStyles(runs);
      expect(text).toBe(runs.map((run) => run.text).join(''));
      expect(
        textStyles.map(({ start, length, styles }) => [text.slice(start, start + length), styles]),
      ).toEqual(
        runs
          .filter((run) => run.text !== '' && (run.styles ?? []).length > 0)
          .map((run) => [run.text, run.styles]),
      );
      expect(problemOfStyles(text, textStyles)).toBeNull();
    }),
  );
});

test.each([
  ['abc', 0, 3, null],
  ['a📈c', 1, 2, null],
  ['a📈c', 1, 1, 'style-cuts-letter'],
  ['a📈c', 2, 2, 'style-cuts-letter'],
  ['abc', 0, 0, 'style-outside-text'],
  ['abc', -1, 2, 'style-outside-text'],
  ['abc', 1, 3, 'style-outside-text'],
  ['abc', 0.5, 1, 'style-not-whole'],
  ['abc', 0, Number.NaN, 'style-not-whole'],
])('%j from %f, %f long: %s', (text, start, length, problem) => {
  expect(problemOfStyles(text, [{ start, length, styles: ['b'] }])).toBe(problem);
});
