import { describe, expect, test } from 'vitest';

import { interrupted } from '../../src/charts/interrupted.ts';
import type { Label, Stroke } from '../../src/charts/picture.ts';
import { keepEnd, wrap, type Measure } from '../../src/charts/text.ts';

const font = { size: 10, strong: false };
/** Every letter is one wide: lines can be counted on the page. */
const measure: Measure = (text) => Array.from(text).length;

const label = (x: number, y: number): Label => ({
  x,
  y,
  width: 20,
  height: 10,
  text: 'chữ',
  font,
  colour: '#000000',
  halo: null,
});

describe('wrap', () => {
  test.each<[string, number, number, readonly string[]]>([
    ['Nha Trang', 20, 2, ['Nha Trang']],
    ['', 20, 2, ['']],
    ['một hai ba bốn', 10, 3, ['một hai', 'ba bốn']],
    ['một hai ba bốn năm', 16, 2, ['một hai ba', 'bốn năm']],
    ['một hai ba bốn năm sáu', 8, 2, ['một hai', 'ba bốn…']],
    ['nghiêngngả', 6, 1, ['nghiê…']],
    ['Diên\u00a0Khánh và Cam\u00a0Lâm', 14, 2, ['Diên\u00a0Khánh', 'và Cam\u00a0Lâm']],
    ['Tỷ'.normalize('NFD'), 2, 1, ['Tỷ']],
    ['đơn vị từ 1% trở lên', 11, 2, ['đơn vị', 'từ 1% trở…']],
    ['Báo cáo ngày 26/02/2024', 16, 2, ['Báo cáo', 'ngày 26/02/2024']],
    ['Cam Ranh 1,62% · Cam Lâm 3,14%', 20, 2, ['Cam Ranh 1,62% ·', 'Cam Lâm 3,14%']],
    [
      'Nha Trang: 2,44% (2020) → 0,77% (2023)',
      26,
      2,
      ['Nha Trang: 2,44% (2020) →', '0,77% (2023)'],
    ],
    ['ngày 17/03/2021, mục II.3', 18, 2, ['ngày 17/03/2021,', 'mục II.3']],
    ['Một · hai 345', 6, 3, ['Một ·', 'hai', '345']],
  ])('%j in %i × %i', (text, width, lines, expected) => {
    expect(wrap(text, { width, lines, font, measure })).toEqual(expected);
  });
});

describe('keepEnd', () => {
  test.each([
    ['UBND phường Cam Phúc Bắc', 30, 'UBND phường Cam Phúc Bắc'],
    ['UBND phường Cam Phúc Bắc', 14, '…Cam Phúc Bắc'],
    ['UBND', 1, '…'],
  ])('%j in %i', (text, width, expected) => {
    expect(keepEnd(text, { width, font, measure })).toBe(expected);
  });
});

describe('a line makes way for words', () => {
  const upright: Stroke = {
    from: [50, 0],
    to: [50, 100],
    colour: '#000000',
    width: 1,
    dashed: true,
  };

  test.each<[string, readonly Label[], readonly [number, number][]]>([
    ['nothing in its way', [label(70, 20)], [[0, 100]]],
    [
      'one word',
      [label(40, 20)],
      [
        [0, 20],
        [30, 100],
      ],
    ],
    [
      'two words that touch, last first',
      [label(45, 30), label(40, 20)],
      [
        [0, 20],
        [40, 100],
      ],
    ],
    ['a word at its end', [label(40, 95)], [[0, 95]]],
    ['a word all along', [{ ...label(40, -5), height: 200 }], []],
  ])('%s', (_, labels, expected) => {
    const pieces = interrupted(upright, labels).map(({ from, to }) => [from[1], to[1]]);
    expect(pieces).toEqual(expected);
  });

  test('also when it is level', () => {
    const level: Stroke = { ...upright, from: [0, 25], to: [100, 25] };
    const pieces = interrupted(level, [label(40, 20)]).map(({ from, to }) => [from[0], to[0]]);
    expect(pieces).toEqual([
      [0, 38],
      [62, 100],
    ]);
  });
});
