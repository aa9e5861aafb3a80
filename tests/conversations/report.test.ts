import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { PeriodKey } from '../../src/calendar/period.ts';
import type { FileSheet } from '../../src/replies/file-request.ts';
import type { Figure } from '../../src/snapshots/snapshot.ts';
import { writeWorkbook } from '../../src/workbooks/write-workbook.ts';
import { day, snapshotOf } from '../contracts/sample-snapshots.ts';
import { row } from '../queries/known.ts';
import { problemsOf, readingOf } from '../sources/file/reading.ts';
import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

async function sheetOf(question: string): Promise<FileSheet> {
  const { reply } = await bot.hears(question);
  const [sheet] = reply.file?.sheets ?? [];
  if (sheet === undefined) throw new Error(`no file: ${question}`);
  return sheet;
}

/** The file a person gets, as it lies on a disk. */
async function fileOf(question: string, change: (sheet: FileSheet) => FileSheet = (same) => same) {
  const bytes = await writeWorkbook({
    kind: 'workbook',
    name: 'bao-cao.xlsx',
    sheets: [change(await sheetOf(question))],
  });
  const path = join(await mkdtemp(join(tmpdir(), 'report-')), 'bao-cao.xlsx');
  await writeFile(path, bytes);
  return path;
}

const byName = (figures: readonly Figure[]) =>
  figures
    .map(({ agency, field, counts }) => ({ agency, field, counts }))
    .toSorted((a, b) =>
      `${a.agency} ${a.field ?? ''}`.localeCompare(`${b.agency} ${b.field ?? ''}`),
    );

describe('which table', () => {
  test.each([
    ['/bao-cao Sở KHĐT', 'Bảng biểu II.06a/VPCP/KSTT — Sở Kế hoạch và Đầu tư, quý III/2023'],
    ['/bao-cao Sở KHĐT năm 2023', 'Bảng Phụ lục 2 — Sở Kế hoạch và Đầu tư, năm 2023'],
    ['/bao-cao', 'Bảng Phụ lục 2 — Tỉnh Khánh Hòa, năm 2023'],
    ['/bao_cao Nha Trang', 'Bảng Phụ lục 2 — UBND thành phố Nha Trang, năm 2023'],
    ['/báo cáo cấp huyện 2023', 'Bảng Phụ lục 2 — Khối UBND cấp huyện, năm 2023'],
    [
      '/bao-cao Nha Trang 2019',
      'Chưa có số liệu hồ sơ tiếp nhận, giải quyết — UBND thành phố Nha Trang, năm 2019',
    ],
  ])('%s', async (question, headline) => {
    const { text } = await bot.hears(question);
    expect(text.split('\n')[0]).toBe(headline);
  });

  test('the other periods of the agency are one tap away', async () => {
    const { reply } = await bot.hears('/bao-cao Sở KHĐT');
    expect(reply.choices).toEqual([
      { label: 'Năm 2023', send: '/bao-cao Sở Kế hoạch và Đầu tư #so-khdt năm 2023' },
    ]);
  });
});

describe('what stands on the paper', () => {
  test('form II.06a: heading, three header rows and the numbers of the columns, total over two columns', async () => {
    const sheet = await sheetOf('/bao-cao Sở KHĐT');
    expect(sheet.title.slice(2)).toEqual([
      'Kỳ báo cáo: Quý III/2023',
      '(Từ ngày 15/06/2023 đến ngày 14/09/2023)',
      'Đơn vị báo cáo: Sở Kế hoạch và Đầu tư',
      '(Theo Báo cáo số 3662/BC-SKHĐT ngày 18/09/2023)',
      'Đơn vị tính: Số hồ sơ TTHC',
    ]);
    expect(sheet.header?.map((cells) => cells.length)).toEqual([5, 10, 2, 13]);
    expect(sheet.rows.at(-1)).toEqual([
      'TỔNG CỘNG',
      null,
      2718,
      2493,
      65,
      160,
      2525,
      41,
      2479,
      5,
      193,
      193,
      0,
    ]);
    expect(sheet.totals).toEqual([2]);
    expect(sheet.notes[1]).toMatch(/^Tỷ lệ trễ hạn 0,18% \(5\/2\.718\) = /u);
  });

  test('Phụ lục 2: all rows in its order, the total last, and what does not fit together below', async () => {
    const sheet = await sheetOf('/bao-cao toàn tỉnh');
    expect(sheet.rows).toHaveLength(185);
    expect(sheet.rows.slice(0, 2).map(([mark, name]) => [mark, name])).toEqual([
      ['A', 'Khối cơ quan chuyên môn cấp tỉnh'],
      ['1', 'Ban Quản lý Khu kinh tế Vân Phong'],
    ]);
    expect(sheet.rows.at(-1)).toEqual([
      'TỔNG',
      null,
      543_317,
      506_783,
      504_697,
      2086,
      18_650,
      18_139,
      511,
      2597,
      { percent: 49 },
    ]);
    const notes = sheet.notes.join('\n');
    expect(notes).toContain('Kỳ thống kê từ ngày 15/12/2022 đến ngày 14/12/2023');
    expect(notes).toContain('Nguồn: Báo cáo 55/BC-UBND ngày 26/02/2024, Phụ lục 2');
    expect(notes).toMatch(/- UBND cấp xã thuộc thành phố Cam Ranh: .*bảng ghi 8\.184, .* 13\.413/u);
  });

  test('a district: its office, its land office and its communes, each with its place in the table', async () => {
    const { rows, notes } = await sheetOf('/bao-cao Nha Trang');
    expect(rows.slice(0, 4).map(([path]) => path)).toEqual(['B.7', 'A.18.+.8', 'C.VII', 'C.VII.1']);
    expect(notes).toContain('Bảng trích gồm 30 dòng.');
  });

  test('a rate printed by another formula does not stand under the formula of the column', async () => {
    const { rows, notes } = await sheetOf('/bao-cao Nha Trang 6 tháng đầu năm 2023');
    expect(rows.map((cells) => [cells[0], ...cells.slice(-2)])).toEqual([
      ['B.7', 85, { percent: 110 }],
      ['C.VII', 35, { percent: 8 }],
    ]);
    expect(notes.join('\n')).toContain(
      'Văn bản nguồn in tỷ lệ tính cách khác: UBND thành phố Nha Trang 0,96% (đã giải quyết trễ hạn ÷ đã giải quyết); ' +
        'UBND cấp xã thuộc thành phố Nha Trang 0,08% (đã giải quyết trễ hạn ÷ đã giải quyết).',
    );
    expect(notes.join('\n')).not.toContain('là tỷ lệ in trong văn bản nguồn');
    const { text } = await bot.hears('/bao-cao Nha Trang 6 tháng đầu năm 2023');
    expect(text).toContain('Văn bản nguồn in tỷ lệ tính cách khác: UBND thành phố Nha Trang 0,96%');
  });

  test('figures of a running period say how far they reach', async () => {
    await using early = await startBot({ now: '2023-08-21T08:00+07:00', samples: 'none' });
    const table = snapshotOf({
      period: PeriodKey.parse('2023-Q3'),
      asOf: day('2023-08-20'),
      fetchedAt: Temporal.Instant.from('2023-08-20T16:00:00Z'),
      figures: [
        row('tp-nha-trang', 10, 1000),
        { ...row('tp-nha-trang', 3, 100), field: 'Đất đai' },
      ],
    });
    await early.knowledge.snapshots.record(table);
    const { reply, text } = await early.hears('/bao-cao Nha Trang');
    expect(text.split('\n')[0]).toContain('quý III/2023 (tạm tính)');
    expect(reply.file?.sheets[0]?.title).toContain(
      '(Số liệu tạm tính: kỳ đang chạy, mới đến 20/08/2023)',
    );
  });
});

describe('the file can be taken in again, and says the same', () => {
  test.each([
    ['/bao-cao Sở KHĐT', 'fixtures/figures/3662-bc-skhdt-quy-3-2023-ii-06a.yaml', 3],
    ['/bao-cao toàn tỉnh', 'fixtures/figures/phu-luc-2-nam-2023.csv', 185],
  ])('%s', async (question, original, rows) => {
    const [again, first] = [await readingOf(await fileOf(question)), await readingOf(original)];
    expect(again.figures).toHaveLength(rows);
    expect(byName(again.figures)).toEqual(byName(first.figures));
    expect(again.period).toBe(first.period);
    expect(again.document.number).toBe(first.document.number);
  });

  test.each([
    '/bao-cao Nha Trang',
    '/bao-cao khối huyện',
    '/bao-cao phường Lộc Thọ',
    '/bao-cao cấp xã Cam Ranh',
  ])('an extract: %s', async (question) => {
    const again = await readingOf(await fileOf(question));
    const all = byName((await readingOf('fixtures/figures/phu-luc-2-nam-2023.csv')).figures);
    const ids = new Set(again.figures.map(({ agency }) => agency));
    expect(byName(again.figures)).toEqual(all.filter(({ agency }) => ids.has(agency)));
    // Or it would take the place of the whole table.
    expect(again.document.place).toMatch(/^Phụ lục 2 \(trích /u);
  });

  test.each<[string, (sheet: FileSheet) => FileSheet]>([
    ['a row less', (sheet) => ({ ...sheet, rows: sheet.rows.slice(0, -1) })],
    ['without its last lines', (sheet) => ({ ...sheet, notes: sheet.notes.slice(0, 1) })],
  ])('an extract with %s was cut off', async (_, change) => {
    const path = await fileOf('/bao-cao Nha Trang', change);
    expect(await problemsOf(path)).toEqual(['bao-cao.xlsx totalMissing']);
  });

  test('an extract whose rows were mixed up is refused', async () => {
    const path = await fileOf('/bao-cao khối huyện', (sheet) => ({
      ...sheet,
      rows: sheet.rows.map(([, ...cells], at) => [sheet.rows.at(at - 1)?.[0] ?? null, ...cells]),
    }));
    expect((await problemsOf(path))[0]).toMatch(/nameDoesNotFit/u);
  });
});
