import { expect, test } from 'vitest';

import { bindingCodeIn, codeHashOf, newBindingCode } from '../../src/audience/binding-code.ts';

test('codes have six digits and differ', () => {
  const codes = Array.from({ length: 200 }, newBindingCode);
  expect(codes.filter((code) => !/^\d{6}$/u.test(code))).toEqual([]);
  expect(new Set(codes).size).toBeGreaterThan(190);
});

test.each([
  ['482913', '482913'],
  [' 482 913 ', '482913'],
  ['482-913', '482913'],
  ['mã 482913.', '482913'],
  ['48291', null],
  ['4829134', null],
  ['Lộc Thọ', null],
  ['', null],
])('in %j the code is %j', (words, code) => {
  expect(bindingCodeIn(words)).toBe(code);
});

test('what is kept of a code does not tell it', () => {
  expect(codeHashOf('482913')).toMatch(/^[0-9a-f]{64}$/u);
  expect(codeHashOf('482913')).not.toContain('482913');
  expect(codeHashOf('482913')).toBe(codeHashOf('482913'));
  expect(codeHashOf('482914')).not.toBe(codeHashOf('482913'));
});
