import { expect, test } from 'vitest';

import { isKept } from '../../src/figures/limit.ts';
import { againstLimit, breakingWords, keepingWords } from '../../src/replies/limit-words.ts';

/** A limit of 1%, and one that 1% itself still keeps. */
const UNDER = { threshold: 100, side: 'below', inclusive: false } as const;
const UP_TO = { ...UNDER, inclusive: true } as const;

test.each([
  [99, UNDER, 'dưới mục tiêu 1%'],
  [100, UNDER, 'vượt mục tiêu 1%'],
  [99, UP_TO, 'không vượt mục tiêu 1%'],
  [100, UP_TO, 'không vượt mục tiêu 1%'],
  [101, UP_TO, 'vượt mục tiêu 1%'],
])('%i late of 10.000 against %o is said to be “%s”', (late, limit, words) => {
  const rate = { hundredths: late, fraction: { numerator: BigInt(late), denominator: 10_000n } };
  expect(againstLimit({ limit, kept: isKept(limit, rate) })).toBe(words);
});

test.each([
  [UNDER, 'dưới 1%', 'từ 1% trở lên'],
  [UP_TO, 'từ 1% trở xuống', 'trên 1%'],
])('of %o some rates are “%s”, all others “%s”', (limit, keeping, breaking) => {
  expect([keepingWords(limit), breakingWords(limit)]).toEqual([keeping, breaking]);
});
