import { copyFile, mkdtemp, readFile, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { readTables } from '../../../src/sources/file/read-tables.ts';
import { formII06a } from './printed-tables.ts';
import { payloadOf, problemsOf, readingOf } from './reading.ts';

const FORM = 'fixtures/sources/ii-06a-so-khdt-quy-3-2023.xlsx';
const OFFICIAL = 'fixtures/figures/3662-bc-skhdt-quy-3-2023-ii-06a.yaml';
const PHU_LUC_2 = 'fixtures/figures/phu-luc-2-nam-2023.csv';

const filled = (cells: readonly unknown[]) => cells.filter((cell) => (cell ?? '') !== '');
const newFile = async (name: string) => join(await mkdtemp(join(tmpdir(), 'figures-')), name);

async function fileOf(name: string, text: string): Promise<string> {
  const file = await newFile(name);
  await writeFile(file, text);
  return file;
}

describe('form II.06a', () => {
  test.each([
    FORM,
    'fixtures/sources/ii-06a-total-row-one-column-left.xlsx',
    'fixtures/sources/ii-06a-and-another-sheet.xlsx',
    'fixtures/sources/ii-06a-saved-as-web-page.xls',
    'fixtures/sources/ii-06a-copied-from-the-document.csv',
  ])('%s holds the figures of the document', async (file) => {
    const read = await readingOf(file);
    const official = await readingOf(OFFICIAL);
    expect(read.period).toBe('2023-Q3');
    expect(read.scope).toBe('all-systems');
    expect(read.asOf.toString()).toBe('2023-09-14');
    const byField = Map.groupBy(read.figures, ({ field }) => field);
    expect(byField.size).toBe(3);
    for (const figure of official.figures) expect(byField.get(figure.field)).toEqual([figure]);
  });

  test('the spreadsheet is laid out as printed, merged cells with their text in the first', async () => {
    const [table] = await readTables('form.xlsx', await readFile(FORM));
    expect(table?.rows.map(({ cells }) => filled(cells))).toEqual(formII06a().rows.map(filled));
  });

  test('names its agency in the place, so that no agency takes the place of another', async () => {
    const { document } = await readingOf(FORM);
    expect(document).toEqual({
      number: null,
      title: 'Tình hình, kết quả giải quyết thủ tục hành chính',
      issuedOn: null,
      place: 'Biểu số II.06a/VPCP/KSTT, Sở Kế hoạch và Đầu tư',
    });
  });

  test('what the person says goes before what is printed', async () => {
    const read = await readingOf(FORM, { given: { agency: 'Sở Tài chính', period: '2023-M08' } });
    expect(read.period).toBe('2023-M08');
    expect(new Set(read.figures.map(({ agency }) => agency))).toEqual(new Set(['so-tc']));
  });

  test.each([
    [{ agency: 'so-khdt' }, 'so-khdt'],
    [{ agency: 'SKHĐT' }, 'so-khdt'],
    [{ agency: 'sở kế hoạch và đầu tư' }, 'so-khdt'],
  ])('%j is %s', async (given, agency) => {
    const read = await readingOf('fixtures/sources/bad/no-reporting-agency.xlsx', { given });
    expect(read.figures[0]?.agency).toBe(agency);
  });

  test.each([
    ['2023-Q3', '2023-Q3'],
    ['quý III/2023', '2023-Q3'],
    ['6 tháng đầu năm 2023', '2023-H1'],
  ])('period "%s" given', async (period, key) => {
    const read = await readingOf('fixtures/sources/bad/no-period.xlsx', { given: { period } });
    expect(read.period).toBe(key);
  });

  test.each([
    [
      { agency: 'Sở Kế hoach và Đầu tư' },
      /^--agency unknownAgency Sở Kế hoach và Đầu tư → .*Sở Kế hoạch và Đầu tư/u,
    ],
    [{ agency: 'Vạn Thắng' }, /^--agency unknownAgency/u],
    [{ period: 'mùa thu' }, /^--period periodMissing mùa thu$/u],
    [{ period: '2023-02-30..2023-03-14' }, /^--period periodMissing/u],
  ])('%j is not guessed', async (given, problem) => {
    expect(await problemsOf(FORM, { given })).toEqual([expect.stringMatching(problem)]);
  });
});

describe('Phụ lục 2', () => {
  test('the printed spreadsheet gives the same 185 figures as the data file', async () => {
    const printed = await readingOf('fixtures/sources/phu-luc-2-nam-2023-as-printed.xlsx');
    const data = await readingOf(PHU_LUC_2);
    const sorted = (figures: typeof data.figures) =>
      figures.toSorted((a, b) => (a.agency < b.agency ? -1 : 1));
    expect(sorted(printed.figures)).toEqual(sorted(data.figures));
  });

  test('the lines around it give period, number and date', async () => {
    const read = await readingOf('fixtures/sources/phu-luc-2-nam-2023-as-printed.xlsx');
    expect(read.period).toBe('2023');
    expect(read.formula).toBe('OVERDUE_TOTAL_OVER_HANDLED');
    expect(read.document).toMatchObject({ number: '55/BC-UBND', place: 'Phụ lục 2' });
    expect(read.document.issuedOn?.toString()).toBe('2024-02-26');
  });

  test('text copied from the document: thousands with commas, "-" for nil, header on the next page', async () => {
    const text = [
      'KẾT QUẢ GIẢI QUYẾT HỒ SƠ TTHC NĂM 2023',
      'Stt\tCơ quan, đơn vị, địa phương tiếp nhận hồ sơ\tHồ sơ tiếp nhận\tHồ sơ đã giải quyết xong\t\t\tHồ sơ đang giải quyết\t\t\tHồ sơ trễ hạn\t',
      '\t\t\tTổng\tĐúng hạn\tTrễ hạn\tTổng\tTrong hạn\tTrễ hạn\tSố lượng\tTỷ lệ',
      'A\tCƠ QUAN CHUYÊN MÔN CẤP TỈNH\t279,308\t261,296\t260,245\t1,051\t9,988\t9,694\t294\t1,345\t0.50%',
      'Stt\tCơ quan, đơn vị, địa phương tiếp nhận hồ sơ\tHồ sơ tiếp nhận\tHồ sơ đã giải quyết xong\t\t\tHồ sơ đang giải quyết\t\t\tHồ sơ trễ hạn\t',
      '\t\t\tTổng\tĐúng hạn\tTrễ hạn\tTổng\tTrong hạn\tTrễ hạn\tSố lượng\tTỷ lệ',
      '1\tBQL Khu Kinh tế Vân Phong\t514\t467\t467\t-\t13\t\t-\t-\t0.00%',
      'TỔNG\t\t543,317\t506,783\t504,697\t2,086\t18,650\t18,139\t511\t2,597\t0.49%',
      '\t\t\t\t\t\t\tNGƯỜI LẬP\t\t\tGIÁM ĐỐC',
    ].join('\n');
    const { figures } = await readingOf(await fileOf('copied.csv', text));
    expect(figures.map(({ agency, printedOverdue }) => [agency, printedOverdue])).toEqual([
      ['khoi-so-nganh', 50],
      ['bql-van-phong', 0],
      ['toan-tinh', 49],
    ]);
    expect(figures[0]?.counts.received).toBe(279_308);
    // A dash is nil, an empty cell is not known.
    expect(figures[1]?.counts).toMatchObject({ resolvedOverdue: 0, pendingWithin: null });
  });

  test('semicolons and decimal commas of a Vietnamese Excel', async () => {
    const text = [
      'code_path;parent_path;level;name;received;resolved;resolved_on_time;resolved_overdue;pending;pending_within;pending_overdue;overdue_total;overdue_rate_percent',
      'B.7;B;district;UBND thành phố Nha Trang;14.982;12.937;12.846;91;1.177;1.159;18;109;0,77',
      'TOTAL;;province;TỔNG;543.317;506.783;504.697;2.086;18.650;18.139;511;2.597;0,49',
    ].join('\r\n');
    const { figures } = await readingOf(await fileOf('semicolons.csv', `\uFEFF${text}`), {
      given: { period: '2023' },
    });
    expect(figures.map(({ agency, printedOverdue }) => [agency, printedOverdue])).toEqual([
      ['tp-nha-trang', 77],
      ['toan-tinh', 49],
    ]);
    expect(figures[0]?.counts.received).toBe(14_982);
  });
});

async function copyWrittenOn(day: string): Promise<string> {
  const copy = await newFile('form.xlsx');
  await copyFile(FORM, copy);
  const written = new Date(`${day}T10:00:00+07:00`);
  await utimes(copy, written, written);
  return copy;
}

describe('the last day of the figures', () => {
  test('is the day the file was written while the period is running', async () => {
    expect((await readingOf(await copyWrittenOn('2023-08-20'))).asOf.toString()).toBe('2023-08-20');
  });

  test('is the last day of the period once it is over', async () => {
    expect((await readingOf(await copyWrittenOn('2023-10-02'))).asOf.toString()).toBe('2023-09-14');
  });
});

test('the same bytes have the same hash, other bytes another', async () => {
  const [once, again, other] = await Promise.all(
    [FORM, FORM, PHU_LUC_2].map((path) => payloadOf(path)),
  );
  expect(once?.contentHash).toMatch(/^[0-9a-f]{64}$/u);
  expect(again?.contentHash).toBe(once?.contentHash);
  expect(other?.contentHash).not.toBe(once?.contentHash);
});
