import { expect, test } from 'vitest';

import { agencySuggester } from '../../src/agencies/suggested-agencies.ts';
import { agency, directory } from './khanh-hoa.ts';

const suggest = agencySuggester(directory);
const NHA_TRANG = agency('tp-nha-trang');

/** Who is named for words, in short names. */
function named(text: string, nearest: readonly (typeof NHA_TRANG)[] = []): readonly string[] {
  return suggest(text, nearest).map(({ shortName }) => shortName);
}

test.each([
  [
    'names that go on after the words, the nearest end first',
    'Cam Hải',
    ['Cam Hải Đông', 'Cam Hải Tây', 'Cam Lâm'],
  ],
  ['the same without marks', 'cam hai', ['Cam Hải Đông', 'Cam Hải Tây', 'Cam Lâm']],
  ['names that share a word', 'Hà Nội', ['Ma Nới', 'Nhị Hà', 'Ninh Hà']],
  ['departments only behind "Sở"', 'Sở Xây', ['Sở Xây dựng', 'Sở Y tế', 'Sở TNMT']],
  ['nobody for words that are like no name', 'qwrtzpx', []],
  ['nobody for words that any name begins with', 'phường và xã', []],
  ['nobody for nothing', '', []],
])('%s', (_, text, expected) => {
  expect(named(text)).toEqual(expected);
});

test('who is nearest comes before who is merely alike, and nobody twice', () => {
  expect(named('Hà Nội', [NHA_TRANG])).toEqual(['Nha Trang', 'Ma Nới', 'Nhị Hà']);
  expect(named('Nha Tran', [NHA_TRANG]).filter((name) => name === 'Nha Trang')).toHaveLength(1);
});

test('blocks are offered all together, so none is picked out', () => {
  expect(named('khối phường', [NHA_TRANG])).toEqual(['Nha Trang']);
});
