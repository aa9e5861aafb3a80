import { expect, test } from 'vitest';

import { capital, listed, uncapital } from '../../src/replies/sentence.ts';

test.each([
  ['Dưới mục tiêu 1%', 'dưới mục tiêu 1%'],
  ['Đất đai', 'đất đai'],
  ['Ở Nha Trang', 'ở Nha Trang'],
  ['UBND tỉnh', 'UBND tỉnh'],
  ['1% trở lên', '1% trở lên'],
  ['', ''],
])('within a sentence %j is %j', (text, within) => {
  expect(uncapital(text)).toBe(within);
});

test.each(['dưới mục tiêu 1%', 'đất đai', 'ở Nha Trang', '1% trở lên'])(
  '%j is the same again after it stood at the beginning',
  (text) => {
    expect(uncapital(capital(text))).toBe(text);
  },
);

test.each([
  [[], ''],
  [['A'], 'A'],
  [['A', 'B'], 'A và B'],
  [['A', 'B', 'C'], 'A, B và C'],
])('%j are listed as %j', (items, text) => {
  expect(listed(items)).toBe(text);
});
