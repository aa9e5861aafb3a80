import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { problemOfStyles } from '../../src/bot/text-styles.ts';

test('a whole letter is never cut, whatever it is', () => {
  const letters = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(letters, fc.nat(), (text, nth) => {
      const at = nth % text.length;
      const start = text.slice(0, at).join('').length;
      const style = { start, length: text[at]?.length ?? 0, styles: ['b'] } as const;
      expect(problemOfStyles(text.join(''), [style])).toBeNull();
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
