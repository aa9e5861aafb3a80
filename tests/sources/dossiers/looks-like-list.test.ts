import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';

import { looksLikeList } from '../../../src/sources/dossiers/looks-like-list.ts';
import { csv, HEADER, names, ROW, written } from './lists.ts';

test.each([
  ['fixtures/figures/phu-luc-2-nam-2023.csv', false],
  ['fixtures/sources/ii-06a-so-khdt-quy-3-2023.xlsx', false],
  ['fixtures/sources/ii-06a-saved-as-web-page.xls', false],
  ['fixtures/sources/bad/another-table.csv', false],
  ['fixtures/sources/bad/encrypted.xlsx', false],
  ['fixtures/figures/43-bc-ubnd-nam-2020.yaml', false],
  ['fixtures/none.csv', false],
])('%s is a list of dossiers: %s', async (path, isList) => {
  expect(await looksLikeList({ path, origin: basename(path) }, names)).toBe(isList);
});

const rows = [[...HEADER], [...ROW]];

test.each([
  ['a.csv', csv([HEADER, ROW])],
  ['without-codes.csv', csv([HEADER.slice(1), ROW.slice(1)])],
  ['a.xlsx', await writeXlsx({ sheets: [{ name: 'DS', rows }] })],
  ['with-a-bad-row.csv', csv([HEADER, ROW.slice(2)])],
  ['a.json', JSON.stringify([{ maHoSo: 'H32-1', trangThaiHoSo: 4, ngayHenTra: '15/09/2023' }])],
  ['with-a-cell-without-end.csv', `${csv([HEADER])}H32-1,${'x'.repeat(200_000)}`],
  ['without-rows.csv', csv([HEADER])],
  [
    'cut-off.xls',
    `<table><tr>${HEADER.map((title) => `<td>${title}</td>`).join('')}</tr><tr><td>H32`,
  ],
  ['greater-than-any-table.csv', 'x'.repeat(5_000_001)],
])('%s is one', async (name, content) => {
  const path = await written(name, content);
  expect(await looksLikeList({ path, origin: name }, names)).toBe(true);
  // Handed over in a chat, it is written nowhere.
  expect(await looksLikeList({ bytes: await readFile(path), origin: name }, names)).toBe(true);
});
