import { describe, expect, test } from 'vitest';

import { boundsIn } from '../../src/dialogue/bounds-in.ts';

/** ">=150" is from 1,5% on; "?" sets no side; the words in brackets. */
function noted(text: string): string {
  return boundsIn(text)
    .map(({ start, end, sieve }) => {
      const words = text.slice(start, end);
      if (sieve === null) return `? [${words}]`;
      const bounds = sieve.bounds.map(({ side, inclusive, threshold }) => {
        const sign = `${side === 'above' ? '>' : '<'}${inclusive ? '=' : ''}`;
        return `${sign}${String(threshold)}${sieve.of === 'number' ? 'hs' : ''}`;
      });
      return `${bounds.join('&')} [${words}]`;
    })
    .join(' ');
}

describe('a value that is set', () => {
  test.each([
    ['huyện nào trên 1%', '>100 [trên 1%]'],
    ['HUYEN NAO TREN 1%', '>100 [TREN 1%]'],
    ['vượt quá 1,5 %', '>150 [vượt quá 1,5 %]'],
    ['cao hơn 0.25%', '>25 [cao hơn 0.25%]'],
    ['thấp hơn 1%', '<100 [thấp hơn 1%]'],
    ['dưới 1 phần trăm', '<100 [dưới 1 phần trăm]'],
    ['từ 1%', '>=100 [từ 1%]'],
    ['1% trở lên', '>=100 [1% trở lên]'],
    ['từ 1% trở xuống', '<=100 [từ 1% trở xuống]'],
    ['tối đa 1%', '<=100 [tối đa 1%]'],
    ['không quá 1%', '<=100 [không quá 1%]'],
    ['không dưới 95%', '>=9500 [không dưới 95%]'],
    ['> 1%', '>100 [> 1%]'],
    ['>=1%', '>=100 [>=1%]'],
    ['≤ 1%', '<=100 [≤ 1%]'],
    ['0%', '<=0 [0%]'],
    ['bằng 0,00%', '<=0 [bằng 0,00%]'],
    ['100%', '>=10000 [100%]'],
    ['từ 1% đến 2%', '>=100&<=200 [từ 1% đến 2%]'],
    ['tu 1 den 2,5%', '>=100&<=250 [tu 1 den 2,5%]'],
    ['trong khoảng 1% - 2%', '>=100&<=200 [trong khoảng 1% - 2%]'],
    ['trên 100 hồ sơ', '>100hs [trên 100 hồ sơ]'],
    ['trên 1.000 hồ sơ', '>1000hs [trên 1.000 hồ sơ]'],
    ['it nhat 5 ho so', '>=5hs [it nhat 5 ho so]'],
    ['từ 10 đến 20 hồ sơ', '>=10hs&<=20hs [từ 10 đến 20 hồ sơ]'],
    ['0 hồ sơ', '<=0hs [0 hồ sơ]'],
    ['đúng 5 hồ sơ', '>=5hs&<=5hs [đúng 5 hồ sơ]'],
  ])('%s: %s', (text, expected) => {
    expect(noted(text)).toBe(expected);
  });
});

describe('nothing that could be heeded', () => {
  test.each([
    ['Nha Trang 5%', '? [5%]'],
    ['còn 100 hồ sơ', ''],
    ['năm 2023', ''],
    ['quá hạn', ''],
  ])('%s: %s', (text, expected) => {
    expect(noted(text)).toBe(expected);
  });
});
