import { fromHtml } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { CellValue } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';

import type { Dossier } from '../../../src/dossiers/dossier.ts';
import { csv, dossiersOf, type Grid, HEADER, problemsOf, ROW, row } from './lists.ts';

const SECOND = row({
  'Mã hồ sơ': 'H32.12-230902-0002',
  'Trạng thái': 'Đã trả kết quả',
  'Ngày hẹn trả': '20/09/2023 16:30',
  'Ngày kết thúc xử lý': '19/09/2023 10:00',
});
const GRID: Grid = [HEADER, ROW, SECOND];

const at = (text: string) => Temporal.Instant.from(`${text}+07:00`);
const plain = (dossier: Dossier) => ({
  ...dossier,
  receivedAt: dossier.receivedAt?.toString(),
  originalDueAt: dossier.originalDueAt?.toString(),
  currentDueAt: dossier.currentDueAt?.toString(),
  closedAt: dossier.closedAt?.toString(),
});

const FIRST_READ = {
  code: 'H32.12-230901-0001',
  agency: 'tp-nha-trang',
  receptionPlace: null,
  handlingUnit: 'Phòng Tài nguyên và Môi trường',
  desk: null,
  step: 'Thẩm định',
  procedure: 'Đăng ký biến động quyền sử dụng đất',
  field: 'Đất đai',
  sensitive: false,
  test: false,
  channel: 'online',
  state: 'processing',
  receivedAt: at('2023-09-01T08:15:00').toString(),
  originalDueAt: at('2023-09-15T23:59:59.999').toString(),
  currentDueAt: at('2023-09-15T23:59:59.999').toString(),
  closedAt: undefined,
};
const EXPECTED = [
  FIRST_READ,
  {
    ...FIRST_READ,
    code: 'H32.12-230902-0002',
    state: 'returned',
    originalDueAt: at('2023-09-20T16:30:00').toString(),
    currentDueAt: at('2023-09-20T16:30:00').toString(),
    closedAt: at('2023-09-19T10:00:00').toString(),
  },
];

/** Windows-1258 writes the tone behind its letter. */
function windows1258(text: string): Uint8Array {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [
      new TextDecoder('windows-1258').decode(Uint8Array.of(byte)),
      byte,
    ]),
  );
  const apart = Array.from(text.normalize('NFC'), (letter) => {
    if (table.has(letter)) return letter;
    const marks = letter.normalize('NFD');
    const tone = marks.match(/[\u0300\u0301\u0303\u0309\u0323]/u)?.[0] ?? '';
    return marks.replace(tone, '').normalize('NFC') + tone;
  }).join('');
  return Uint8Array.from(apart, (letter) => table.get(letter) ?? 0x3f);
}

function utf16(text: string, { big = false, mark = true } = {}): Uint8Array {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

function htmlOf(grid: Grid): string {
  const rows = grid.map(
    (cells) => `<tr>${cells.map((cell) => `<td>${String(cell ?? '&nbsp;')}</td>`).join('')}</tr>`,
  );
  return `<html><head><meta charset="utf-8"></head><body><table border=1>${rows.join('\n')}</table></body></html>`;
}

const records = GRID.slice(1).map((cells) =>
  Object.fromEntries(HEADER.map((title, index) => [title, cells[index] ?? null])),
);
const inCamelCase = records.map((record) => ({
  maHoSo: record['Mã hồ sơ'],
  tenTTHC: record['Tên thủ tục'],
  tenLinhVuc: record['Lĩnh vực'],
  coQuanGiaiQuyet: record['Cơ quan giải quyết'],
  donVi: record['Đơn vị xử lý'],
  tenBuocHienTai: record['Bước hiện tại'],
  kenhThucHien: 2,
  trangThaiHoSo: record['Trạng thái'] === 'Đang xử lý' ? 4 : '10',
  ngayTiepNhan: '2023-09-01T08:15:00+07:00',
  ngayHenTra: record['Ngày hẹn trả'],
  ngayKetThucXuLy: record['Ngày kết thúc xử lý'],
  chuHoSo: 'Trần Thị Riêng Tư',
}));

const FORMATS: Readonly<Record<string, () => string | Uint8Array | Promise<Uint8Array>>> = {
  'comma.csv': () => csv(GRID),
  'semicolon.csv': () => csv(GRID, ';'),
  'tab.txt': () => csv(GRID, '\t'),
  'with-mark.csv': () => `\uFEFF${csv(GRID)}`,
  'windows-lines.csv': () => csv(GRID).replaceAll('\n', '\r\n'),
  'nfd.csv': () => csv(GRID).normalize('NFD'),
  'utf-16.csv': () => utf16(csv(GRID, '\t')),
  'utf-16-big.csv': () => utf16(csv(GRID), { big: true }),
  'utf-16-without-mark.csv': () => utf16(csv(GRID), { mark: false }),
  'windows-1258.csv': () => windows1258(csv(GRID)),
  'csv-named.xlsx': () => csv(GRID),
  'page.xls': () => htmlOf(GRID),
  'list.json': () => JSON.stringify(records),
  'pretty.json': () => JSON.stringify(inCamelCase, null, 2),
  'lines.jsonl': () => inCamelCase.map((record) => JSON.stringify(record)).join('\n'),
  'wrapped.json': () => JSON.stringify({ ok: true, result: { total: 2, items: inCamelCase } }),
  'list.xlsx': () => writeXlsx({ sheets: [{ name: 'DS', rows: GRID.map((cells) => [...cells]) }] }),
  'inline.xlsx': () =>
    writeXlsx({
      sheets: [{ name: 'DS', rows: GRID.map((cells) => [...cells]) }],
      stringMode: 'inline',
    }),
  'macros.xlsm': () =>
    writeXlsx({
      sheets: [{ name: 'DS', rows: GRID.map((cells) => [...cells]) }],
      vbaProject: Uint8Array.of(1, 2, 3),
    }),
  'dates.xlsx': () => writeXlsx({ sheets: [{ name: 'DS', rows: GRID.map(withRealDates) }] }),
  'behind-a-cover.xlsx': () =>
    writeXlsx({
      sheets: [
        { name: 'Bìa', rows: [['Báo cáo', 'tháng 9']] },
        { name: 'DS', rows: GRID.map((cells) => [...cells]) },
      ],
    }),
};

/** Text as spreadsheets would have it: a real date, and a bare serial number. */
function withRealDates(cells: readonly CellValue[], line: number): CellValue[] {
  if (line === 0) return [...cells];
  return cells.map((cell, index) => {
    if (index === 8) return new Date(Date.UTC(2023, 8, 1, 8, 15));
    if (cell === '15/09/2023') return 45_184;
    return cell;
  });
}

describe('the same list, whatever it was saved as', () => {
  test.each(Object.entries(FORMATS))('%s', async (name, content) => {
    const dossiers = await dossiersOf(name, await content());
    expect(dossiers.map(plain)).toEqual(EXPECTED);
  });
});

test('a page is read at all by the library as it is written here', () => {
  expect(fromHtml(htmlOf(GRID)).rows).toHaveLength(3);
});

describe('text that cannot be told is refused, never guessed', () => {
  test('an old font is no Windows-1258', async () => {
    // "Mã hồ sơ" in TCVN3.
    const bytes = Uint8Array.from([
      0x4d, 0xb7, 0x20, 0x68, 0xe5, 0x20, 0x73, 0xac, 0x2c, 0x41, 0x0a,
    ]);
    expect(await problemsOf('tcvn3.csv', bytes)).toEqual(['tcvn3.csv notUtf8 windows-1258']);
  });

  test('UTF-8 that breaks far behind its beginning', async () => {
    const good = csv([HEADER, ...Array.from({ length: 600 }, () => ROW)]);
    const bytes = Buffer.concat([Buffer.from(good), Buffer.from([0xe1, 0x28, 0x0a])]);
    expect((await problemsOf('late.csv', bytes)).at(-1)).toBe('late.csv notUtf8');
  });
});
