import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { findMentions } from '../../src/agencies/find-mentions.ts';
import { brief, finder, homeless, id, printedRows } from './khanh-hoa.ts';

function mentions(text: string): readonly string[] {
  return findMentions(text, finder, homeless).map((one) => `${one.text} = ${brief(one.finding)}`);
}

test.each<[string, readonly string[]]>([
  ['huyện Cam Lâm trễ hạn bao nhiêu', ['huyện Cam Lâm = h-cam-lam']],
  ['so sánh Nha Trang với Cam Ranh', ['Nha Trang = tp-nha-trang', 'Cam Ranh = tp-cam-ranh']],
  [
    'Nha Trang, Cam Ranh, Ninh Hòa',
    ['Nha Trang = tp-nha-trang', 'Cam Ranh = tp-cam-ranh', 'Ninh Hòa = tx-ninh-hoa'],
  ],
  ['cấp xã của Ninh Hòa thế nào', ['cấp xã của Ninh Hòa = cap-xa-ninh-hoa']],
  ['phường Lộc Thọ Nha Trang năm 2023', ['phường Lộc Thọ Nha Trang = p-loc-tho']],
  ['Lộc Thọ, Nha Trang', ['Lộc Thọ = p-loc-tho', 'Nha Trang = tp-nha-trang']],
  [
    'Sở Văn hóa, Thể thao và Du lịch với sở y tế',
    ['Sở Văn hóa, Thể thao và Du lịch = so-vhttdl-2025', 'sở y tế = so-yt'],
  ],
  ['khdt va stnmt', ['khdt = so-khdt', 'stnmt = so-tnmt']],
  ['Vạn Thạnh thế nào', ['Vạn Thạnh = ? x-van-thanh p-van-thanh']],
  ['tình hình của tỉnh', ['tỉnh = toan-tinh']],
  ['tinh hinh cam lam', ['cam lam = h-cam-lam']],
  ['tổng số hồ sơ', []],
  ['huyện nào trễ nhất', []],
  ['Nha Tramg', []],
  ['', []],
])('"%s" names %j', (text, named) => {
  expect(mentions(text)).toEqual(named);
});

test('positions are those of the NFC text', () => {
  const text = 'Hồ sơ của Diên Khánh, quý 3'.normalize('NFD');
  const [mention] = findMentions(text, finder, homeless);
  expect(mention).toMatchObject({ start: 10, end: 20, text: 'Diên Khánh' });
  expect(text.normalize('NFC').slice(10, 20)).toBe('Diên Khánh');
});

test("the chat's own agency decides in a sentence too", () => {
  const context = { home: id('tp-nha-trang') };
  const [mention] = findMentions('hồ sơ Vạn Thạnh', finder, context);
  expect(mention?.finding).toMatchObject({
    kind: 'found',
    by: 'home',
    agency: { id: 'p-van-thanh' },
  });
});

test('any row of the table is found inside a sentence', () => {
  const missed = printedRows.filter(
    ({ id: row, name }) =>
      !mentions(`hỏi nhanh: ${name} quý này ra sao`).includes(`${name} = ${row}`),
  );
  expect(missed).toEqual([]);
});

test('mentions stand in order, never overlap, and say what stands there', () => {
  const word = fc.constantFrom(
    ...'Nha Trang Cam Lâm xã phường Vạn Thạnh sở Y tế của , và 2023 tỉnh CN'.split(' '),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), (words) => {
      const text = words.join(' ');
      let last = 0;
      for (const { start, end, text: named } of findMentions(text, finder, homeless)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end)).toBe(named);
        last = end;
      }
    }),
    { numRuns: 200 },
  );
});
