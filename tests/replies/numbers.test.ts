import { describe, expect, test } from 'vitest';

import * as numbers from '../../src/replies/numbers.ts';

const { count, day, decimal, dong, percent, points, quotient, shortPercent } = numbers;

describe('counts have a dot for every thousand', () => {
  test.each<[number | bigint, string]>([
    [0, '0'],
    [999, '999'],
    [1000, '1.000'],
    [14_114, '14.114'],
    [543_317, '543.317'],
    [134_041_693_402, '134.041.693.402'],
    [525_433n, '525.433'],
  ])('%s is %s', (value, text) => {
    expect(count(value)).toBe(text);
  });
});

describe('rates in hundredths have a decimal comma and two digits', () => {
  test.each([
    [0, '0,00%'],
    [5, '0,05%'],
    [77, '0,77%'],
    [100, '1,00%'],
    [10_000, '100,00%'],
    [123_456, '1.234,56%'],
    [-74, '-0,74%'],
  ])('%i is %s', (hundredths, text) => {
    expect(percent(hundredths)).toBe(text);
    expect(decimal(hundredths)).toBe(text.slice(0, -1));
  });
});

test.each([
  [100, '1%'],
  [550, '5,5%'],
  [6250, '62,5%'],
  [8400, '84%'],
  [1005, '10,05%'],
  [1000, '10%'],
  [50, '0,5%'],
])('a limit of %i is %s', (hundredths, text) => {
  expect(shortPercent(hundredths)).toBe(text);
});

test.each([
  [-74, 'giảm 0,74 điểm %'],
  [826, 'tăng 8,26 điểm %'],
  [0, 'không đổi'],
])('a change of %i is "%s", never a relative one', (hundredths, text) => {
  expect(points(hundredths)).toBe(text);
});

test('a quotient is cited as it was counted', () => {
  expect(quotient(109, 14_114)).toBe('109/14.114');
});

test('money', () => {
  expect(dong(129_165_000)).toBe('129.165.000 đồng');
});

test('a day has two digits for day and month', () => {
  expect(day(Temporal.PlainDate.from('2023-09-05'))).toBe('05/09/2023');
});
