import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';

import type { FileSheet } from '../../src/replies/file-request.ts';
import { laidOutHeader } from '../../src/workbooks/lay-out-header.ts';
import { writeWorkbook } from '../../src/workbooks/write-workbook.ts';

const SHEET: FileSheet = {
  name: 'Danh sách',
  title: ['UBND PHƯỜNG LỘC THỌ', 'DANH SÁCH HỒ SƠ QUÁ HẠN'],
  columns: [
    { header: 'STT', width: 6, align: 'center' },
    { header: 'Mã hồ sơ', width: 26, align: 'left' },
    { header: 'Số ngày', width: 9, align: 'right' },
  ],
  rows: [
    [1, 'H32.12.7-231120-0001', 12_345],
    [2, '=1+1', null],
  ],
  notes: ['Nguồn: hệ thống Một cửa điện tử.'],
};

async function written(...sheets: readonly FileSheet[]) {
  const bytes = await writeWorkbook({ kind: 'workbook', name: 'danh-sach.xlsx', sheets });
  const read = await readXlsx(bytes, { readStyles: true });
  return read.sheets;
}

test('a sheet comes back as it was asked for: title, table, notes', async () => {
  const [sheet] = await written(SHEET);
  expect(sheet?.name).toBe('Danh sách');
  expect(sheet?.rows.map((row) => row.filter((cell) => cell !== null))).toEqual([
    ['UBND PHƯỜNG LỘC THỌ'],
    ['DANH SÁCH HỒ SƠ QUÁ HẠN'],
    [],
    ['STT', 'Mã hồ sơ', 'Số ngày'],
    [1, 'H32.12.7-231120-0001', 12_345],
    [2, '=1+1'],
    [],
    ['Nguồn: hệ thống Một cửa điện tử.'],
  ]);
});

test('text that looks like a formula stays text', async () => {
  const [sheet] = await written(SHEET);
  const cell = sheet?.cells?.get('5,1');
  expect(cell?.formula).toBeUndefined();
  expect(sheet?.rows[5]?.[1]).toBe('=1+1');
});

test('the header stays in sight and is repeated on every page; titles and notes lie over the whole table', async () => {
  const [sheet] = await written(SHEET);
  expect(sheet?.freezePane).toMatchObject({ rows: 4 });
  expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', printTitlesRow: '$4:$4' });
  expect(sheet?.merges?.map(({ startRow, endCol }) => [startRow, endCol])).toEqual([
    [0, 2],
    [1, 2],
    [7, 2],
  ]);
});

test('a table without title or notes begins with its header', async () => {
  const [sheet] = await written({ ...SHEET, title: [], notes: [] });
  expect(sheet?.rows[0]).toEqual(['STT', 'Mã hồ sơ', 'Số ngày']);
  expect(sheet?.rows).toHaveLength(3);
});

test('every sheet is written', async () => {
  const sheets = await written(SHEET, { ...SHEET, name: 'Khác' });
  expect(sheets.map(({ name }) => name)).toEqual(['Danh sách', 'Khác']);
});

test('a row is as high as the lines its fullest cell takes', async () => {
  const long = 'Đăng ký biến động quyền sử dụng đất';
  const [sheet] = await written({ ...SHEET, rows: [[1, long, 1]] });
  const [usual] = await written({ ...SHEET, rows: [[1, 'ngắn', 1]] });
  expect(sheet?.rowDefs?.get(4)?.height).toBe(2 * Number(usual?.rowDefs?.get(4)?.height));
});

test('a name of a sheet with spaces or quotes does not break the file', async () => {
  const [sheet] = await written({ ...SHEET, name: "Hồ sơ 'mới' 2" });
  expect(sheet?.pageSetup?.printTitlesRow).toBe('$4:$4');
  const bytes = await writeWorkbook({ kind: 'workbook', name: 'a.xlsx', sheets: [SHEET] });
  const { namedRanges = [] } = await readXlsx(bytes);
  expect(namedRanges.filter(({ range }) => !/^'.*'!/u.test(range))).toEqual([]);
});

describe('a header of several rows', () => {
  const FORM: FileSheet = {
    ...SHEET,
    header: [
      [
        { text: 'STT', down: 2 },
        { text: 'Hồ sơ', across: 2 },
      ],
      [{ text: 'Mã' }, { text: 'Tỷ lệ' }],
    ],
    rows: [
      [1, 'A', { percent: 49 }],
      ['TỔNG', null, { percent: 10_000 }],
    ],
    totals: [1],
  };

  test('has every cell in its place, merged as on paper, and repeats on every page', async () => {
    const [sheet] = await written(FORM);
    expect(sheet?.rows.slice(3, 5)).toEqual([
      ['STT', 'Hồ sơ', null],
      [null, 'Mã', 'Tỷ lệ'],
    ]);
    expect(sheet?.merges).toEqual(
      expect.arrayContaining([
        { startRow: 3, endRow: 4, startCol: 0, endCol: 0 },
        { startRow: 3, endRow: 3, startCol: 1, endCol: 2 },
      ]),
    );
    expect(sheet?.freezePane).toMatchObject({ rows: 5 });
    expect(sheet?.pageSetup).toMatchObject({ printTitlesRow: '$4:$5' });
  });

  test('rates are numbers shown as percentages; a total is bold, its label over two columns', async () => {
    const [sheet] = await written(FORM);
    if (sheet === undefined) throw new Error('no sheet');
    const styleOf = (place: string) => sheet.cells?.get(place)?.style;
    expect(sheet.rows[5]?.[2]).toBe(0.0049);
    expect(styleOf('5,2')?.numFmt).toBe('0.00%');
    expect(['5,0', '6,0'].map((place) => styleOf(place)?.font?.bold === true)).toEqual([
      false,
      true,
    ]);
    expect(sheet.merges).toContainEqual({ startRow: 6, endRow: 6, startCol: 0, endCol: 1 });
  });

  test('with more titles than columns is a fault of the program', () => {
    const cells = ['a', 'b', 'c', 'd'].map((text) => ({ text }));
    expect(() => laidOutHeader({ header: [cells], columns: SHEET.columns })).toThrow(
      'no place for d',
    );
  });
});
