import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { percentText, readCount, readRate } from '../../../src/sources/file/read-number.ts';

describe('counts', () => {
  test.each([
    ['543,317', 543_317],
    ['543.317', 543_317],
    ['543 317', 543_317],
    ['543\u00a0317', 543_317],
    ['2718', 2718],
    [2718, 2718],
    ['1,345,678', 1_345_678],
    ['1.234', 1234],
    ['05', 5],
    ['00', 0],
    ['0', 0],
    [0, 0],
    ['-', 0],
    ['–', 0],
    [' 12 ', 12],
    ['', null],
    ['  ', null],
    [null, null],
    [undefined, null],
  ])('%j is %j', (cell, value) => {
    expect(readCount(cell)).toEqual({ value });
  });

  test.each([
    ['-5', 'negative'],
    ['(5)', 'negative'],
    [-5, 'negative'],
    ['12.5', 'notWhole'],
    ['12,50', 'notWhole'],
    [12.5, 'notWhole'],
    [1.234, 'notWhole'],
    ['1,23,456', 'notANumber'],
    ['1.234,567', 'notANumber'],
    ['543,3170', 'notWhole'],
    ['46 hồ sơ', 'notANumber'],
    ['2493/2558', 'notANumber'],
    ['#REF!', 'notANumber'],
    ['99999999999999999999', 'notANumber'],
    [1e21, 'notANumber'],
  ])('%j is refused: %s', (cell, fault) => {
    expect(readCount(cell)).toMatchObject({ fault });
  });

  test('any thousands mark gives the number back', () => {
    const marks = fc.constantFrom(',', '.', ' ', '');
    fc.assert(
      fc.property(fc.nat({ max: 2_000_000_000 }), marks, (count, mark) => {
        const text = String(count).replace(/\B(?=(\d{3})+$)/gu, mark);
        expect(readCount(text)).toEqual({ value: count });
      }),
    );
  });

  test('what comes out is whole, not negative, and never made of anything but digits', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.double(), fc.stringMatching(/^[-\d., ]{1,12}$/u)),
        (cell) => {
          const read = readCount(cell);
          if (!('value' in read) || read.value === null) return;
          expect(Number.isSafeInteger(read.value) && read.value >= 0).toBe(true);
          const digits = String(cell).replace(/\D/gu, '');
          expect(read.value).toBe(Number(digits));
        },
      ),
    );
  });
});

describe('rates, in hundredths of a percent', () => {
  test.each([
    ['0.49%', 49],
    ['0,49%', 49],
    ['0.49', 49],
    ['0,5', 50],
    ['9.26', 926],
    ['100%', 10_000],
    ['22', 2200],
    ['0.00%', 0],
    ['-', 0],
    ['', null],
    [0.49, 49],
    [9.255, 926],
    [0.285, 29],
    [0.494_254, 49],
  ])('%j is %j', (cell, value) => {
    expect(readRate(cell)).toEqual({ value });
  });

  test.each([
    ['1.234', 'ambiguousRate'],
    ['0,4943%', 'ambiguousRate'],
    ['1,234,567', 'notANumber'],
    ['-0,5', 'negative'],
    [-0.5, 'negative'],
    ['100,01', 'rateTooHigh'],
    ['926', 'rateTooHigh'],
    ['97,45% (2493/2558)', 'notANumber'],
    [Number.NaN, 'notANumber'],
  ])('%j is refused: %s', (cell, fault) => {
    expect(readRate(cell)).toMatchObject({ fault });
  });

  test('every rate with two decimals is read as written, with a point or a comma', () => {
    const rates = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(
        rates,
        fc.constantFrom('.', ','),
        fc.constantFrom('', '%'),
        (rate, mark, sign) => {
          const decimals = String(rate % 100).padStart(2, '0');
          const text = `${String(Math.floor(rate / 100))}${mark}${decimals}${sign}`;
          expect(readRate(text)).toEqual({ value: rate });
        },
      ),
    );
  });

  test.each([
    [0.0049, '0.49%'],
    [2597 / 525_433, '0.49%'],
    [116 / 1253, '9.26%'],
    [0.00495, '0.50%'],
    [1, '100.00%'],
    [0, '0.00%'],
    [-0.01, '-1.00%'],
  ])('a percent cell of %f is seen as %s', (fraction, text) => {
    expect(percentText(fraction)).toBe(text);
  });
});
