import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';

import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';

import { readTables } from '../../../src/sources/file/read-tables.ts';
import { unpackedSize } from '../../../src/sources/zip-entries.ts';
import { payloadOf, problemsOf } from './reading.ts';

const FOLDER = 'fixtures/sources/bad';

/** Every bad file and all that is said about it: place, code, detail. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  'agency-twice.csv': ['agency-twice.csv:3 duplicateRow Ban Quản lý Khu kinh tế Vân Phong / 2'],
  'another-table.csv': ['another-table.csv unknownLayout'],
  'blanks.csv': ['blanks.csv empty'],
  'broken-quotes.csv': ['broken-quotes.csv:3 broken CSV_QUOTE_NOT_CLOSED'],
  'column-missing.xlsx': ['column-missing.xlsx:7 missingColumn carriedOver'],
  'cut-off-between-lines.csv': ['cut-off-between-lines.csv totalMissing'],
  'cut-off.xlsx': ['cut-off.xlsx broken'],
  'decimals-in-a-count.csv': ['decimals-in-a-count.csv:3:E notWhole 1366.5'],
  'empty.csv': ['empty.csv empty'],
  'encrypted.xlsx': ['encrypted.xlsx encrypted'],
  'faulty-sidecar.csv': [
    'faulty-sidecar.yaml headInvalid period: 2023-Q5',
    'faulty-sidecar.yaml headInvalid issued',
  ],
  'field-twice.xlsx': [
    'field-twice.xlsx:12 duplicateRow Lĩnh vực Đăng ký thành lập và hoạt động doanh nghiệp / 11',
  ],
  'line-cut-off.csv': ['line-cut-off.csv:3 wrongCellCount 8 / 13'],
  'missing-column.csv': ['missing-column.csv:1 missingColumn resolvedOverdue'],
  'name-of-the-neighbour.csv': [
    'name-of-the-neighbour.csv:3:D nameDoesNotFit Sở Tài chính / Sở Tài nguyên và Môi trường',
  ],
  'negative.csv': ['negative.csv:3:E negative -1366'],
  'no-period.xlsx': ['no-period.xlsx periodMissing'],
  'no-reporting-agency.xlsx': ['no-reporting-agency.xlsx agencyMissing'],
  'no-rows.csv': ['no-rows.csv noRows'],
  'not-utf8.csv': ['not-utf8.csv notUtf8'],
  'pdf.csv': ['pdf.csv unknownFormat PDF'],
  'period-nowhere.csv': ['period-nowhere.csv periodMissing'],
  'rate-over-a-hundred.csv': ['rate-over-a-hundred.csv:3:M rateTooHigh 926'],
  'row-does-not-add-up.xlsx': [
    'row-does-not-add-up.xlsx:11:C rowDoesNotAddUp 2649 / 2550',
    'row-does-not-add-up.xlsx:13:D totalDoesNotAddUp 2493 / 2394',
  ],
  'sum-of-overdue-wrong.csv': ['sum-of-overdue-wrong.csv:3:L rowDoesNotAddUp 61 / 116'],
  'sum-of-resolved-wrong.csv': ['sum-of-resolved-wrong.csv:3:F rowDoesNotAddUp 955 / 954'],
  'thousands-in-the-rate.csv': ['thousands-in-the-rate.csv:3:M ambiguousRate 1.234'],
  'thousands-not-quoted.csv': ['thousands-not-quoted.csv:3 wrongCellCount 14 / 13'],
  'total-is-not-the-sum.xlsx': [
    'total-is-not-the-sum.xlsx:13:K totalDoesNotAddUp 194 / 193',
    'total-is-not-the-sum.xlsx:13:L totalDoesNotAddUp 194 / 193',
  ],
  'total-row-missing.xlsx': ['total-row-missing.xlsx totalMissing'],
  'two-periods.xlsx': ['two-periods.xlsx periodContradicts 2023-Q2 / 2023-Q3'],
  'unknown-agency.csv': [
    'unknown-agency.csv:3:D unknownAgency Sở Tài nguyên và Mội trường → Sở Tài nguyên và Môi trường',
  ],
  'unknown-position.csv': [
    'unknown-position.csv:3:D nameDoesNotFit Sở Tài nguyên và Môi trường / A.99',
  ],
  'unknown-reporting-agency.xlsx': [
    'unknown-reporting-agency.xlsx unknownAgency Sở Kế hoach và Đầu tư → Sở Kế hoạch và Đầu tư',
  ],
  'utf-16.csv': ['utf-16.csv notUtf8 UTF-16'],
  'words-in-a-count.xlsx': ['words-in-a-count.xlsx:12:E notANumber trực tiếp: 46 hồ sơ'],
  'broken.yaml': [expect.stringMatching(/^broken\.yaml broken ./u)],
  'wrong-fields.yaml': [
    'wrong-fields.yaml headInvalid document.issuedOn: 2023-02-30',
    'wrong-fields.yaml headInvalid statements.0.rate: 0,4943%',
    'wrong-fields.yaml headInvalid statements.1.metric: overdu',
  ],
  'wrong-grade.yaml': ['wrong-grade.yaml headInvalid statements.0.scores.1.part: fiar'],
};

describe('a bad file is refused whole, and says where and why', () => {
  test.each(Object.entries(SAID))('%s', async (file, said) => {
    expect(await problemsOf(join(FOLDER, file))).toEqual(said);
  });

  test('no bad file goes untested', async () => {
    const files = await readdir(FOLDER);
    const tables = new Set(
      files.filter((file) => !file.endsWith('.yaml')).map((file) => parse(file).name),
    );
    const own = files.filter((file) => !file.endsWith('.yaml') || !tables.has(parse(file).name));
    expect(own.toSorted()).toEqual(Object.keys(SAID).toSorted());
  });

  test('a broken line breaks the whole file, not only itself', async () => {
    const text = await readFile('fixtures/figures/phu-luc-2-nam-2023.csv', 'utf8');
    const lines = text.split('\n');
    lines[100] = lines[100]?.replace(/,\d+,/u, ',?,') ?? '';
    lines[150] = lines[150]?.replace(/,\d+,/u, ',-3,') ?? '';
    const file = join(await mkdtemp(join(tmpdir(), 'figures-')), 'two-faults.csv');
    await writeFile(file, lines.join('\n'));
    expect(await problemsOf(file, { given: { period: '2023' } })).toEqual([
      'two-faults.csv:101:E notANumber ?',
      'two-faults.csv:151:E negative -3',
    ]);
  });

  test('a file with the same fault in every row names fifty of them', async () => {
    const text = await readFile('fixtures/figures/phu-luc-2-nam-2023.csv', 'utf8');
    const file = join(await mkdtemp(join(tmpdir(), 'figures-')), 'all.csv');
    await writeFile(file, text.replaceAll(/^([^,]+,[^,]*,[^,]+,[^,]+),\d+/gmu, '$1,?'));
    const problems = await problemsOf(file, { given: { period: '2023' } });
    expect(problems).toHaveLength(50);
    expect(problems[0]).toBe('all.csv:2:E notANumber ?');
  });
});

describe('what is no readable file', () => {
  test('nothing there, and a folder', async () => {
    expect(await problemsOf('fixtures/none.csv')).toEqual(['none.csv fileMissing ENOENT']);
    expect(await problemsOf('fixtures/figures')).toEqual(['figures isFolder']);
    expect((await payloadOf('fixtures/none.csv')).contentHash).toBe('');
  });

  test('a folder in the place of a sidecar refuses the table', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'figures-'));
    await writeFile(join(folder, 'a.csv'), 'code_path,name\n');
    await mkdir(join(folder, 'a.yaml'));
    expect(await problemsOf(join(folder, 'a.csv'))).toEqual(['a.yaml isFolder']);
  });

  test('more bytes than allowed, without reading them', async () => {
    const path = 'fixtures/figures/phu-luc-2-nam-2023.csv';
    expect(await problemsOf(path, { maxBytes: 1000 })).toEqual([
      expect.stringMatching(/^phu-luc-2-nam-2023\.csv tooLarge \d{5} > 1000$/u),
    ]);
  });

  test('more rows than any table of figures has', async () => {
    const bytes = new TextEncoder().encode('a,b\n'.repeat(20_001));
    await expect(readTables('rows.csv', bytes)).rejects.toMatchObject({
      problems: [{ code: 'tooLarge', place: 'rows.csv', detail: '> 20000' }],
    });
  });

  test('a document that would take seconds to read', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'figures-')), 'long.yaml');
    await writeFile(file, '# \n'.repeat(70_000));
    expect(await problemsOf(file)).toEqual(['long.yaml tooLarge 210000 > 200000']);
  });

  test('a small spreadsheet whose cells lie thousands of columns apart takes no more room than others', async () => {
    const cells = new Map(
      Array.from({ length: 1_000 }, (_, row) => [`${String(row)},16383`, { value: 1 }] as const),
    );
    const bytes = await writeXlsx({ sheets: [{ name: 'wide', rows: [['a']], cells }] });
    const [table] = await readTables('wide.xlsx', bytes);
    expect(Math.max(...(table?.rows ?? []).map((row) => row.cells.length))).toBeLessThan(300);
  });

  test('a small spreadsheet that would unpack to gigabytes, before it is unpacked', async () => {
    const bytes = await readFile('fixtures/sources/ii-06a-so-khdt-quy-3-2023.xlsx');
    // The unpacked size of the first entry in the directory at the end of the file.
    const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(3_000_000_000, entry + 24);
    expect(unpackedSize(bytes)).toBeGreaterThan(3_000_000_000);
    await expect(readTables('bomb.xlsx', bytes)).rejects.toMatchObject({
      problems: [{ code: 'tooLarge', detail: `${String(unpackedSize(bytes))} > 50000000` }],
    });
    bytes.writeUInt32LE(0, entry + 24);
    await expect(readTables('bomb.xlsx', bytes)).rejects.toMatchObject({
      problems: [{ code: 'tooLarge', detail: 'Infinity > 50000000' }],
    });
  });

  test.each([
    ['zip that is no spreadsheet', [0x50, 0x4b, 0x03, 0x04, 1, 2, 3], 'broken'],
    ['old container of something else', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], 'broken'],
    ['picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0], 'unknownFormat'],
  ])('a %s', async (_, bytes, code) => {
    await expect(readTables('x.xlsx', Uint8Array.from(bytes))).rejects.toMatchObject({
      problems: [expect.objectContaining({ code })],
    });
  });
});
