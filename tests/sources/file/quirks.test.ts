import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';

import { formII06a, htmlOf } from './printed-tables.ts';
import type { Form } from './printed-tables.ts';
import { problemsOf, readingOf } from './reading.ts';

const OFFICIAL = await readingOf('fixtures/figures/3662-bc-skhdt-quy-3-2023-ii-06a.yaml');
const COPIED = await readFile('fixtures/sources/ii-06a-copied-from-the-document.csv', 'utf8');

/** Writes a file as it comes from an office. */
async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'quirks-')), name);
  await writeFile(file, content);
  return file;
}

/** The form as a workbook after a change of its rows; the rows of its fields are 11 and 12, its total is 13. */
async function workbook(change: (form: Form) => void): Promise<string> {
  const form = formII06a();
  change(form);
  return fileOf('form.xlsx', await writeXlsx({ sheets: [{ name: 'II.06a', ...form }] }));
}

const pasted = (from: string | RegExp, to: string, name = 'pasted.tsv') =>
  fileOf(name, COPIED.replaceAll(new RegExp(from, 'gu'), to));

const PAGE = htmlOf(formII06a());
const TABLE_START = PAGE.indexOf('<tr><td colspan="1" rowspan="3"');
/** The heading outside of the table, as reports of one-stop systems have it. */
const HEADING = PAGE.slice(0, PAGE.indexOf('<table'))
  .concat('<p>Kỳ b&aacute;o c&aacute;o: Quý III năm 2023</p>')
  .concat('<div>- Đơn vị báo cáo:<br>Sở Kế hoạch và Đầu tư</div><table border="1">');

describe('quirks that make no difference: the figures are those of the document', () => {
  test.each<[string, () => Promise<string>]>([
    ['a table pasted as TSV', () => pasted('x^', '')],
    ['a table pasted as text', () => pasted('x^', '', 'pasted.txt')],
    ['quotes in pasted text', () => pasted('Biểu số', '"Biểu" số')],
    ['"Kỷ báo cáo", as scanners read it', () => pasted('Kỳ báo cáo', 'Kỷ báo cáo')],
    ['"dịch vụ buru chính"', () => pasted('bưu chính', 'buru chính')],
    ['letters of another normal form', () => fileOf('nfd.tsv', COPIED.normalize('NFD'))],
    ['no leading zeros', () => pasted('\\b0([05])\\b', '$1')],
    ['dashes for nil', () => pasted('\\b00\\b', '-')],
    ['thousands with commas', () => pasted('2649', '2,649')],
    ['thousands with dots', () => pasted('2718', '2.718')],
    ['HTML tags in cells', () => pasted('\\t2493\\t', '\t<p style="x">2493</p>\t')],
    ['a formula row with typos', () => pasted('\\(12\\)\\+\\(13\\)', '(12)+ (13)+14)')],
    ['a formula row as scanned', () => pasted('\\(1\\)\\t', '(l)\t')],
    ['column number (8) twice', () => pasted('\\(9\\)\\t', '(8)\t')],
    ['columns numbered without brackets', () => bareNumbers()],
    ['a web page saved as .xls', () => fileOf('form.xls', PAGE)],
    ['a list in a cell of the page', () => fileOf('form.xls', listInCell())],
    [
      'the heading of the page above its table',
      () => fileOf('form.xls', HEADING + PAGE.slice(TABLE_START)),
    ],
    [
      'a Word report with other forms',
      () => Promise.resolve('fixtures/sources/ii-06a-in-a-report.docx'),
    ],
    ['the header again on the next page', () => workbook(repeatHeader)],
    ['a blank row, and the rest of a name in the next', () => workbook(breakName)],
    [
      'headings without numbers between the rows',
      () => workbook(({ rows }) => rows.splice(10, 0, ['I', 'CẤP TỈNH'])),
    ],
    ['subtotals marked A and I', () => workbook(subtotals)],
  ])('%s', async (_, file) => {
    const read = await readingOf(await file());
    expect(read.period).toBe('2023-Q3');
    const fields = new Map(read.figures.map((figure) => [figure.field, figure]));
    expect(fields.size).toBe(3);
    for (const figure of OFFICIAL.figures) expect(fields.get(figure.field)).toEqual(figure);
  });
});

describe('quirks nobody can be sure about: refused, with the place', () => {
  test.each<[string, () => Promise<string>, readonly string[]]>([
    [
      'a sentence in a numeric cell',
      () => pasted('\\t2493\\t19', '\tSố hồ sơ trực tuyến: 2493/2558\t19'),
      ['pasted.tsv:14:D notANumber Số hồ sơ trực tuyến: 2493/2558'],
    ],
    [
      'a letter read for a nought',
      () => pasted('\\t137', '\tl37'),
      ['pasted.tsv:14:F notANumber l37'],
    ],
    [
      'a date with a slip of the pen',
      () => pasted('14 tháng 09 năm 2023', '17/08/20223'),
      ['pasted.tsv badDate 17/08/20223'],
    ],
    [
      'a day that does not exist, in words',
      () => pasted('15 tháng 06 năm 2023', '31 tháng 06 năm 2023'),
      ['pasted.tsv badDate 31 tháng 06 năm 2023'],
    ],
    [
      '"2.719" that a spreadsheet took for a decimal',
      () => workbook(({ rows }) => void rows[12]?.splice(2, 1, 2.719)),
      ['form.xlsx:13:C notWhole 2.719'],
    ],
    [
      'subtotals that do not add up',
      () =>
        workbook((form) => {
          subtotals(form);
          form.rows[10]?.splice(2, 1, 2717);
        }),
      ['form.xlsx:11:C totalDoesNotAddUp 2717 / 2718'],
    ],
  ])('%s', async (_, file, said) => {
    expect(await problemsOf(await file())).toEqual(expect.arrayContaining([...said]));
  });

  test.each([
    ['a report with no form we know', 'STT\tLĩnh vực\tTổng số TTHC\n1\tĐầu tư\t108\n'],
    ['a list of people', 'Danh sách\n1;Nguyễn Thị Hoa;079123456789\n'],
  ])('%s, of which nothing is quoted: reasons are kept and logged', async (_, text) => {
    expect(await problemsOf(await fileOf('other.tsv', text))).toEqual(['other.tsv unknownLayout']);
  });

  test('a table of words alone is no header of thousands of lines', async () => {
    const wide = `STT,Lĩnh vực${',x'.repeat(20_000)}\n`;
    const file = await fileOf('wide.csv', wide + `${','.repeat(20_000)}a\n`.repeat(200));
    expect(await problemsOf(file)).toEqual(['wide.csv unknownLayout']);
  }, 20_000);

  test('a Word document of before 2007', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      Buffer.from('WordDocument', 'utf16le'),
    ]);
    expect(await problemsOf(await fileOf('old.doc', bytes))).toEqual(['old.doc unknownFormat DOC']);
  });
});

test('what is given beside the file makes good a wrong day in it', async () => {
  const file = await pasted('14 tháng 09 năm 2023', '17/08/20223');
  expect((await readingOf(file, { given: { period: '2023-Q3' } })).period).toBe('2023-Q3');
});

function repeatHeader({ rows }: Form): void {
  rows.splice(11, 0, ...rows.slice(6, 10).map((row) => [...row]));
}

function breakName({ rows }: Form): void {
  const name = String(rows[10]?.[1]);
  const cut = name.indexOf('hoạt động');
  rows[10]?.splice(1, 1, name.slice(0, cut).trim());
  rows.splice(11, 0, [], [null, name.slice(cut)]);
}

function subtotals({ rows }: Form): void {
  const total = rows[12]?.slice(2) ?? [];
  rows.splice(10, 0, ['A', 'TTHC CẤP TỈNH', ...total], ['I', 'Một cửa', ...total]);
}

async function bareNumbers(): Promise<string> {
  const numbers = Array.from({ length: 13 }, (_, at) => at + 1);
  return workbook(({ rows }) => rows.splice(9, 1, numbers));
}

function listInCell(): string {
  const name = 'Lĩnh vực Đầu tư tại Việt Nam';
  return PAGE.replace(name, '<ul><li>Lĩnh vực Đầu tư</li><li>tại Việt Nam</li></ul>');
}
