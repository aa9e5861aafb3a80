import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { preferring } from '../../../src/sources/dossiers/column-names.ts';
import { titleKey } from '../../../src/sources/dossiers/column-titles.ts';
import { columnFinder } from '../../../src/sources/dossiers/find-columns.ts';
import { LIST_COLUMNS } from '../../../src/sources/dossiers/list-columns.ts';
import { csv, dossiersOf, type Grid, HEADER, names, problemsOf, ROW, row } from './lists.ts';

const find = columnFinder(names);

test.each([
  ['Mã hồ sơ', 'MA_HO_SO'],
  ['Mã hồ sơ', 'maHoSo'],
  ['Ngày hẹn trả', 'Ngày hẹn trả (dd/mm/yyyy)'],
  ['tenTTHC', 'Tên TTHC'],
])('%s and %s are one title', (one, other) => {
  expect(titleKey(one)).toBe(titleKey(other));
});

test('every name of every column is found, however it is written', () => {
  const known = LIST_COLUMNS.flatMap((column) =>
    names.columns[column].map((name) => ({ column, name })),
  );
  const spellings: readonly ((name: string) => string)[] = [
    (name) => name.toUpperCase(),
    (name) => name.toLowerCase().normalize('NFD'),
    (name) => ` ${name.replaceAll(' ', '\n')} (*)`,
    (name) => titleKey(name),
    (name) => name.replaceAll(' ', '_'),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...known),
      fc.constantFrom(...spellings),
      ({ column, name }, spell) => {
        expect(find([['Khác'], [spell(name)]]).places.get(column)).toBe(1);
      },
    ),
  );
});

test('no name stands for two columns', () => {
  const keys = LIST_COLUMNS.flatMap((column) => [...new Set(names.columns[column].map(titleKey))]);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test('the preferred name decides, and an own name goes before all', () => {
  const titles = [['Hạn xử lý'], ['Ngày hẹn trả'], ['Hạn của tôi']];
  expect(find(titles).places.get('dueAt')).toBe(1);
  const own = columnFinder(preferring(names, { dueAt: ['Hạn của tôi'] }, ''));
  expect(own(titles).places.get('dueAt')).toBe(2);
});

/** Every line as long as the others, as spreadsheets save CSV. */
const even = (grid: Grid, width: number): Grid =>
  grid.map((cells) => Array.from({ length: width }, (_, at) => cells[at] ?? null));

describe('the header', () => {
  const titled: Grid = [
    ['UBND TỈNH KHÁNH HÒA', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['DANH SÁCH HỒ SƠ ĐANG XỬ LÝ, TỪ 01/09/2023, ĐẾN 30/09/2023'],
    [null],
  ];
  const twoRows: Grid = [
    ['STT', 'Hồ sơ', null, 'Thông tin xử lý', null, 'Thời gian', null, 'Cơ quan giải quyết'],
    [
      null,
      'Mã',
      'Tên thủ tục',
      'Trạng thái',
      'Bước hiện tại',
      'Ngày tiếp nhận',
      'Ngày hẹn trả',
      null,
    ],
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
  ];
  const line = [1, ROW[0], ROW[1], 'Đang xử lý', 'Thẩm định', '01/09/2023', '15/09/2023', ROW[3]];

  test.each<readonly [string, Grid]>([
    ['under titles', [...even(titled, HEADER.length), HEADER, ROW]],
    ['above uneven titles', [...titled, HEADER, ROW]],
    ['printed again on each page', [HEADER, ROW, HEADER]],
    [
      'with headings between the rows',
      [HEADER, even([['I. Lĩnh vực đất đai']], HEADER.length)[0] ?? [], ROW],
    ],
    [
      'with a signature',
      [HEADER, ROW, even([[null, null, 'Người lập biểu']], HEADER.length)[0] ?? []],
    ],
  ])('%s', async (_, grid) => {
    expect((await dossiersOf('a.csv', csv(grid))).map(({ code }) => code)).toEqual([ROW[0]]);
  });

  test('in two rows, merged, with a line of column numbers', async () => {
    const [dossier, ...more] = await dossiersOf('a.csv', csv([...twoRows, line]));
    expect(more).toEqual([]);
    expect(dossier).toMatchObject({ code: ROW[0], step: 'Thẩm định', state: 'processing' });
    expect(dossier?.currentDueAt?.toString()).toBe('2023-09-15T16:59:59.999Z');
  });

  test('missing a column names it at the lower of its rows', async () => {
    const grid = [...twoRows, line].map((cells) => cells.filter((_, at) => at !== 1));
    expect(await problemsOf('a.csv', csv(grid))).toEqual(['a.csv:2 missingColumn code']);
  });
});

describe('what a dossier is', () => {
  test('the appointment before and after an extension', async () => {
    const grid = [
      [...HEADER, 'Gia hạn đến'],
      [...ROW, '30/09/2023 17:00'],
    ];
    const [dossier] = await dossiersOf('a.csv', csv(grid));
    expect(dossier?.originalDueAt?.toString()).toBe('2023-09-15T16:59:59.999Z');
    expect(dossier?.currentDueAt?.toString()).toBe('2023-09-30T10:00:00Z');
  });

  test('a day of closing beside an open state is left from before', async () => {
    const [dossier] = await dossiersOf(
      'a.csv',
      csv([HEADER, row({ 'Ngày kết thúc xử lý': '10/09/2023' })]),
    );
    expect(dossier?.closedAt).toBeNull();
  });

  test.each([
    ['Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam', true],
    ['CAP PHIEU LY LICH TU PHAP', true],
    ['Xác định mức độ khuyết tật', true],
    ['Đăng ký nhận cha, mẹ, con', true],
    ['Đăng ký khai sinh', false],
    ['Cấp giấy phép xây dựng', false],
  ])('%s: sensitive %s', async (procedure, sensitive) => {
    const [dossier] = await dossiersOf('a.csv', csv([HEADER, row({ 'Tên thủ tục': procedure })]));
    expect(dossier).toMatchObject({
      sensitive,
      procedure: sensitive ? null : procedure,
      field: 'Đất đai',
    });
  });

  test.each([
    [{ 'Tên thủ tục': 'Hồ sơ test' }, true],
    [{ 'Mã hồ sơ': 'TEST-230901-0001' }, true],
    [{ 'Bước hiện tại': 'Quy trình thử nghiệm' }, true],
    [{ 'Tên thủ tục': 'Cấp giấy chứng nhận đăng ký hoạt động thử nghiệm' }, false],
    [{}, false],
  ])('%j: test %s', async (changes, isTest) => {
    expect(await dossiersOf('a.csv', csv([HEADER, row(changes)]))).toMatchObject([
      { test: isTest },
    ]);
  });

  test.each([
    ['1', 'direct'],
    ['Trực tiếp', 'direct'],
    ['Nộp trực tuyến qua Cổng DVCQG', 'online'],
    ['3', 'postal'],
    ['Bưu chính công ích', 'postal'],
    ['Khác', null],
  ])('handed in by %s: %s', async (channel, means) => {
    expect(await dossiersOf('a.csv', csv([HEADER, row({ Kênh: channel })]))).toMatchObject([
      { channel: means },
    ]);
  });
});
