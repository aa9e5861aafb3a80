import { writeXlsx } from 'hucre/xlsx';
import type { CellValue, WriteSheet } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../../src/agencies/agency.ts';
import { csv, type Grid, HEADER, problemsOf, read, ROW, row, written } from './lists.ts';

const without = (title: string): Grid =>
  [HEADER, ROW].map((cells) => cells.filter((_, index) => HEADER[index] !== title));

const xlsx = (rows: Grid, other: Partial<WriteSheet> = {}) =>
  writeXlsx({ sheets: [{ name: 'DS', rows: rows.map((cells) => [...cells]), ...other }] });

/** Rows under the header, and all that is said about them. */
const ROWS: Readonly<
  Record<string, readonly [row: readonly CellValue[], said: readonly string[]]>
> = {
  'a day that is none': [row({ 'Ngày hẹn trả': '31/02/2023' }), ['a.csv:2:J badDate 31/02/2023']],
  'month and day the American way': [
    row({ 'Ngày tiếp nhận': '09/15/2023' }),
    ['a.csv:2:I badDate 09/15/2023'],
  ],
  'an hour that is none': [
    row({ 'Ngày hẹn trả': '15/09/2023 25:10' }),
    ['a.csv:2:J badDate 15/09/2023 25:10'],
  ],
  'words for a day': [row({ 'Ngày hẹn trả': 'ngày mai' }), ['a.csv:2:J badDate']],
  'due before reception': [row({ 'Ngày hẹn trả': '31/08/2023' }), ['a.csv:2:J dueBeforeReception']],
  'a state nobody knows, in words of states': [
    row({ 'Trạng thái': 'Chờ kết thúc bổ sung' }),
    ['a.csv:2:H unknownState Chờ kết thúc bổ sung'],
  ],
  'a name for a state': [row({ 'Trạng thái': 'Nguyễn Văn An' }), ['a.csv:2:H unknownState']],
  'no state': [row({ 'Trạng thái': null }), ['a.csv:2:H emptyCell']],
  'no code': [row({ 'Mã hồ sơ': null }), ['a.csv:2:A emptyCell']],
  'a sentence for a code': [row({ 'Mã hồ sơ': 'Trần Thị Bình, số 5' }), ['a.csv:2:A badCode']],
  'an identity card for a code': [row({ 'Mã hồ sơ': '056123456789' }), ['a.csv:2:A badCode']],
  'a telephone for a code': [row({ 'Mã hồ sơ': '0905123456' }), ['a.csv:2:A badCode']],
  'no agency': [row({ 'Cơ quan giải quyết': null }), ['a.csv:2:D emptyCell']],
  'an agency with a slip': [
    row({ 'Cơ quan giải quyết': 'UBND thành phố Nha Trag' }),
    ['a.csv:2:D unknownAgency UBND thành phố Nha Trag → UBND thành phố Nha Trang'],
  ],
  'a group of agencies': [
    row({ 'Cơ quan giải quyết': 'UBND cấp xã' }),
    [expect.stringMatching(/^a\.csv:2:D (?:unknown|ambiguous)Agency UBND cấp xã/u)],
  ],
  'a bare name that several bear': [
    row({ 'Cơ quan giải quyết': 'Vạn Thắng' }),
    [expect.stringMatching(/^a\.csv:2:D ambiguousAgency → .*Vạn Thắng.*;.*Vạn Thắng/u)],
  ],
  'a bare name that stands for a district': [
    row({ 'Cơ quan giải quyết': 'Nha Trang' }),
    [expect.stringMatching(/^a\.csv:2:D ambiguousAgency → UBND thành phố Nha Trang; /u)],
  ],
  'a person for an agency': [
    row({ 'Cơ quan giải quyết': 'Trần Văn Kín' }),
    ['a.csv:2:D unknownAgency'],
  ],
  'a cell without end': [
    row({ 'Bước hiện tại': 'x'.repeat(1_001) }),
    ['a.csv:2:F cellTooLong 1001 > 1000'],
  ],
  'everything at once': [
    row({ 'Mã hồ sơ': null, 'Ngày hẹn trả': '30/02/2023', 'Trạng thái': 'Quá đúng hạn' }),
    ['a.csv:2:A emptyCell', 'a.csv:2:H unknownState Quá đúng hạn', 'a.csv:2:J badDate 30/02/2023'],
  ],
  'one cell too many': [[...ROW, 'thừa'], ['a.csv:2 wrongCellCount 12 / 11']],
  'a line cut off': [ROW.slice(0, 8), ['a.csv:2 wrongCellCount 8 / 11']],
};

describe('a bad row is told with file, row and column, and never quoted where it could name a person', () => {
  test.each(Object.entries(ROWS))('%s', async (_, [bad, said]) => {
    expect(await problemsOf('a.csv', csv([HEADER, bad]))).toEqual(said);
  });

  test('the rows beside it are read', async () => {
    const path = await written(
      'a.csv',
      csv([HEADER, ROW, row({ 'Ngày hẹn trả': '32/01/2023' }), ROW]),
    );
    const { dossiers, problems } = await read(path);
    expect([dossiers.length, problems]).toEqual([2, ['a.csv:3:J badDate 32/01/2023']]);
  });

  test('a row of a spreadsheet and a field of JSON are named as their editors do', async () => {
    const bad = row({ 'Ngày hẹn trả': '31/02/2023' });
    expect(await problemsOf('a.xlsx', await xlsx([HEADER, ROW, bad]))).toEqual([
      'a.xlsx:3:J badDate 31/02/2023',
    ]);
    const records = [ROW, bad].map((cells) =>
      JSON.stringify(Object.fromEntries(HEADER.map((title, index) => [title, cells[index]]))),
    );
    expect(await problemsOf('a.jsonl', records.join('\n'))).toEqual([
      'a.jsonl:2:Ngày hẹn trả badDate 31/02/2023',
    ]);
  });
});

/** Tables that cannot be read as they are. */
const TABLES: Readonly<Record<string, readonly [grid: Grid, said: readonly string[]]>> = {
  'no column of codes': [without('Mã hồ sơ'), ['a.csv:1 missingColumn code']],
  'no deadline': [without('Ngày hẹn trả'), ['a.csv:1 missingColumn dueAt']],
  'no state': [without('Trạng thái'), ['a.csv:1 missingColumn state']],
  'the same column twice': [
    [
      [...HEADER, 'Trạng thái'],
      [...ROW, 'Đang xử lý'],
    ],
    ['a.csv:1 duplicateColumn state'],
  ],
  'another table': [
    [
      ['STT', 'Họ tên', 'Điện thoại'],
      [1, 'Trần Thị Kín', '0905123456'],
    ],
    ['a.csv unknownLayout'],
  ],
};

describe('a bad table', () => {
  test.each(Object.entries(TABLES))('%s', async (_, [grid, said]) => {
    expect(await problemsOf('a.csv', csv(grid))).toEqual(said);
  });

  test('an agency is wanted, unless a unit may stand for it or it is given', async () => {
    const bare = without('Cơ quan giải quyết').map((cells) =>
      cells.filter((_, index) => index !== 3),
    );
    expect(await problemsOf('a.csv', csv(bare))).toEqual(['a.csv:1 missingColumn agency']);
    const given = { agency: AgencyId.parse('tp-nha-trang') };
    expect(await problemsOf('a.csv', csv(bare), given)).toEqual([]);
    const unit = without('Cơ quan giải quyết');
    expect(await problemsOf('a.csv', csv(unit))).toEqual([
      expect.stringMatching(/^a\.csv:2:D unknownAgency Phòng Tài nguyên và Môi trường/u),
    ]);
  });
});

/** A page saved as .xls. */
const page = (rows: Grid): string =>
  `<html><table>${rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${String(cell ?? '')}</td>`).join('')}</tr>`)
    .join('')}</table></html>`;

const record = (cells: Grid[number]) =>
  JSON.stringify(Object.fromEntries(HEADER.map((title, at) => [title, cells[at]])));

describe('a file that is none', () => {
  const sheet = xlsx([HEADER, ROW]);

  test.each([
    ['empty.csv', '', 'empty'],
    ['blank.csv', ' \n\n', 'empty'],
    ['a.pdf', '%PDF-1.7 Mã hồ sơ', 'unknownFormat PDF'],
    ['picture.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), 'unknownFormat'],
    ['quotes.csv', `${csv([HEADER, ROW])}"H32`, 'broken CSV_QUOTE_NOT_CLOSED'],
    ['cut.jsonl', '{"maHoSo": "H32-1", "trangThai', 'broken'],
    ['cut.json', '[{"maHoSo": "H32-1"},', 'broken'],
    ['wrong.json', '[{"maHoSo" "H32-1"}]', 'broken'],
    ['cut.xls', '<table><tr><td>Mã hồ sơ</td>', 'broken'],
    ['archive.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3), 'broken'],
    ['old.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0, 0), 'broken'],
  ])('%s', async (name, content, said) => {
    const [problem = '', ...more] = await problemsOf(name, content);
    expect(problem.replace(/^\S+ /u, '')).toBe(said);
    expect(more).toEqual([]);
  });

  test('a spreadsheet cut in two', async () => {
    const whole = await sheet;
    expect(await problemsOf('a.xlsx', whole.subarray(0, whole.length / 2))).toEqual([
      'a.xlsx broken',
    ]);
  });

  test('a password', async () => {
    const encryption = { password: 'mật khẩu', spinCount: 1000 };
    const rows = [HEADER, ROW].map((cells) => [...cells]);
    const bytes = await writeXlsx({ sheets: [{ name: 'DS', rows }], encryption });
    expect(await problemsOf('a.xlsx', bytes)).toEqual(['a.xlsx encrypted']);
  });

  test('a small file that would unpack to gigabytes, before it is unpacked', async () => {
    const bytes = Buffer.from(await sheet);
    const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(3_000_000_000, entry + 24);
    expect(await problemsOf('bomb.xlsx', bytes)).toEqual([
      expect.stringMatching(/^bomb\.xlsx tooLarge \d{10} > 600000000$/u),
    ]);
  });

  test.each([
    ['in a cell', '</td></tr></table>', 'a.xls:18 broken'],
    ['behind a row', '</table>', 'a.xls:19 broken'],
  ])('a page cut off %s after many rows: at the row that is missing', async (_, from, said) => {
    const whole = page([HEADER, ...Array.from({ length: 17 }, () => ROW)]);
    const problems = await problemsOf('a.xls', whole.slice(0, whole.lastIndexOf(from)));
    expect(problems.at(-1)).toBe(said);
  });

  const great = row({ 'Bước hiện tại': 'x'.repeat(2_000_000) });
  test('a cell of megabytes in a page, before the page is read', async () => {
    const [problem] = await problemsOf('a.xls', page([HEADER, ROW, great]));
    expect(problem).toMatch(/^a\.xls:3:F cellTooLong \d+\+ > 1000$/u);
  });

  test('a cell of more than any answer, in JSON', { timeout: 60_000 }, async () => {
    const endless = row({ 'Bước hiện tại': 'x'.repeat(65_000_000) });
    const [inList] = await problemsOf('a.json', `[${record(ROW)}, ${record(endless)}]`);
    expect(inList).toMatch(/^a\.json\[\]:2:Bước hiện tại cellTooLong \d+\+ > 1000$/u);
  });

  test('records of one line are counted, in a list and within an answer', async () => {
    const bad = record(row({ 'Ngày hẹn trả': '31/02/2023' }));
    const list = `[${record(ROW)}, ${record(ROW)}, ${bad}]`;
    for (const content of [list, `{"data": ${list}}`]) {
      expect(await problemsOf('a.json', content)).toEqual([
        'a.json[]:3:Ngày hẹn trả badDate 31/02/2023',
      ]);
    }
    expect(await problemsOf('a.json', `[${record(ROW)}, {"maHoSo": `)).toEqual([
      'a.json[]:2 broken',
    ]);
  });

  test('a line that does not end', async () => {
    const endless = `${csv([HEADER, ROW])}H32-2023-1,${'x'.repeat(200_000)}`;
    expect(await problemsOf('a.csv', endless)).toEqual(['a.csv:3:B cellTooLong 100000+ > 1000']);
  });
});
