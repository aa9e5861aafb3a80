import { expect, test } from 'vitest';

import {
  bagDistance,
  baseText,
  letterBag,
  lettersOf,
  marksIn,
  standsFor,
} from '../../src/vietnamese/letters.ts';

test('spaces, signs, case and normal form do not matter', () => {
  const letters = lettersOf('Sở TN&MT, Diên-Điền');
  expect(lettersOf('sởtnmtdiênđiền')).toEqual(letters);
  expect(lettersOf('SỞ TNMT DIÊN ĐIỀN'.normalize('NFD'))).toEqual(letters);
  expect(baseText(letters)).toBe('sotnmtdiendien');
});

test('marks are counted letter by letter', () => {
  expect(marksIn(lettersOf('Nha Trang'))).toBe(0);
  expect(marksIn(lettersOf('Diên Điền'))).toBe(4);
  expect(marksIn(lettersOf('ượ'))).toBe(3);
});

test.each([
  ['a', 'ạ', true],
  ['ạ', 'ạ', true],
  ['ạ', 'ậ', true],
  ['â', 'ậ', true],
  ['ậ', 'ạ', false],
  ['á', 'à', false],
  ['ă', 'â', false],
  ['d', 'đ', true],
  ['đ', 'd', false],
  ['o', 'a', false],
  ['ö', 'o', false],
])('typed %s may stand for %s: %s', (typed, named, may) => {
  expect(standsFor(lettersOf(typed)[0] ?? 0, lettersOf(named)[0] ?? 0)).toBe(may);
});

test('a mark without a letter and letters of other scripts do no harm', () => {
  expect(lettersOf('\u0301a')).toEqual(lettersOf('a'));
  expect(baseText(lettersOf('日本😀я1'))).toBe('日本я1');
  expect(lettersOf('')).toEqual([]);
});

function distance(one: string, other: string): number {
  return bagDistance(letterBag(lettersOf(one)), letterBag(lettersOf(other)));
}

test('letter bags differ by at most two for each wrong letter', () => {
  expect(distance('nha trang', 'trang nha')).toBe(0);
  expect(distance('nha trang', 'nha tramg')).toBe(2);
  expect(distance('nha trang', 'nha tran')).toBe(1);
  expect(distance('nha trang', 'cam ranh')).toBeGreaterThan(4);
});
