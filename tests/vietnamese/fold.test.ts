import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { bare, fold, foldJoined, hasMarks, withMarks } from '../../src/vietnamese/fold.ts';

test.each([
  ['Nha Trang', 'nha trang'],
  ['Đặc khu Trường Sa', 'dac khu truong sa'],
  ['TN&MT', 'tn mt'],
  ['  UBND   xã  Diên-Điền. ', 'ubnd xa dien dien'],
  ['ƯỢỞ ẴĂÂ ỄÊ ỖÔ', 'uoo aaa ee oo'],
  ['…', ''],
])('%s folds to "%s"', (text, folded) => {
  expect(fold(text)).toBe(folded);
  expect(fold(text.normalize('NFD'))).toBe(folded);
  expect(foldJoined(text)).toBe(folded.split(' ').join(''));
});

test.each([
  ['Hòa', 'Hoà', true],
  ['Thủy', 'thuỷ', true],
  ['Ninh  Hòa', 'NINH HOÀ', true],
  ['Hòa', 'Hoa', false],
  ['Vạn Thạnh', 'Vạn Thắng', false],
  ['Cam Lộ', 'Cam Lợ', false],
  ['đa', 'da', false],
])('with their marks %s and %s are the same: %s', (one, other, same) => {
  expect(withMarks(one) === withMarks(other)).toBe(same);
});

test.each([
  ['Nha Trang', false],
  ['Đa', true],
  ['hoà', true],
  ['SKHDT 2023', false],
])('%s carries marks: %s', (text, marked) => {
  expect(hasMarks(text)).toBe(marked);
  expect(hasMarks(text.normalize('NFD'))).toBe(marked);
});

test('bare keeps every letter at its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('aáằđẩ ôợỷXĐ,.12')) }), (text) => {
      expect(bare(text)).toHaveLength(text.length);
      expect(fold(bare(text))).toBe(fold(text));
    }),
  );
});
