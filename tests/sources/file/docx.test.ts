import { readFile } from 'node:fs/promises';

import { describe, expect, test } from 'vitest';

import { docxParts } from '../../../src/sources/file/docx-parts.ts';
import { readDocx } from '../../../src/sources/file/read-docx.ts';
import { zipEntries } from '../../../src/sources/zip-entries.ts';
import { readingOf } from './reading.ts';

const REPORT = 'fixtures/sources/ii-06a-in-a-report.docx';

const body = (xml: string) => docxParts(`<w:document><w:body>${xml}</w:body></w:document>`);
const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const rowsOf = async (...rows: readonly string[]) =>
  (await body(`<w:tbl>${rows.join('')}</w:tbl>`))[0];

test('Phụ lục 2 over five pages, a table each, gives the 185 figures of the data file', async () => {
  const written = await readingOf('fixtures/sources/phu-luc-2-a-table-a-page.docx');
  const data = await readingOf('fixtures/figures/phu-luc-2-nam-2023.csv');
  const sorted = (figures: typeof data.figures) =>
    figures.toSorted((a, b) => (a.agency < b.agency ? -1 : 1));
  expect(sorted(written.figures)).toEqual(sorted(data.figures));
  expect(written).toMatchObject({ period: '2023', document: { number: '55/BC-UBND' } });
});

test('each table of a report has the lines before it, counted from the first of its own rows', async () => {
  const tables = await readDocx('report.docx', await readFile(REPORT));
  expect(tables.map(({ name }) => name)).toEqual([
    'report.docx#1',
    'report.docx#2',
    'report.docx#3',
  ]);
  const [, second] = tables;
  expect(second?.rows[0]).toEqual({ number: 0, cells: ['Biểu số II.07b/VPCP/KSTT'] });
  expect(second?.rows[1]?.number).toBe(1);
});

test('others get their turn while a long document is read', async () => {
  let turns = 0;
  let isReading = true;
  const count = (): void => {
    turns += 1;
    if (isReading) setImmediate(count);
  };
  count();
  await body(p('x').repeat(20_000));
  isReading = false;
  expect(turns).toBeGreaterThan(5);
});

describe('what Word does to a table', () => {
  test('cells merged across and down keep their text in the first', async () => {
    const across = cell('A', '<w:gridSpan w:val="2"/>');
    const down = cell('B', '<w:vMerge w:val="restart"/>');
    const below = cell('B again', '<w:vMerge/>');
    expect(await rowsOf(row(across, down), row(cell('1'), cell('2'), below))).toEqual({
      kind: 'table',
      rows: [
        ['A', null, 'B'],
        ['1', '2', null],
      ],
    });
  });

  test('paragraphs of a cell are lines, and a table within it is its text', async () => {
    const inner = `<w:tbl>${row(cell('b'), cell('c'))}</w:tbl>`;
    expect(await rowsOf(row(`<w:tc>${p('a')}${inner}${p('d')}</w:tc>`, cell('e')))).toMatchObject({
      rows: [['a\nb\nc\nd', 'e']],
    });
  });

  test('what was deleted or moved away while changes are tracked is not there', async () => {
    const runs = '<w:r><w:t>2</w:t></w:r><w:del><w:r><w:delText>7</w:delText></w:r></w:del>';
    const moved =
      '<w:moveFrom><w:r><w:t>9</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>5</w:t></w:r></w:ins>';
    const gone = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('x')}</w:tr>`;
    expect(await rowsOf(row(`<w:tc><w:p>${runs}${moved}</w:p></w:tc>`), gone)).toMatchObject({
      rows: [['25']],
    });
  });

  test('a row may begin further right, and no number of columns is believed', async () => {
    const late = `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell('a')}</w:tr>`;
    expect(await rowsOf(late)).toMatchObject({ rows: [[null, null, 'a']] });
    const wide = await rowsOf(row(cell('a', '<w:gridSpan w:val="1000000000"/>')));
    expect(wide?.kind === 'table' && wide.rows[0]?.length).toBe(200);
  });
});

describe('a damaged or hostile document is refused', () => {
  test('one that unpacks to more than it says', async () => {
    const bytes = await readFile(REPORT);
    const at = directoryEntry(bytes);
    bytes.writeUInt32LE(1000, at + 24);
    await expect(readDocx('lies.docx', bytes)).rejects.toMatchObject({
      problems: [{ code: 'broken', place: 'lies.docx' }],
    });
  });

  test('one that says it unpacks to gigabytes', async () => {
    const bytes = await readFile(REPORT);
    bytes.writeUInt32LE(3_000_000_000, directoryEntry(bytes) + 24);
    await expect(readDocx('bomb.docx', bytes)).rejects.toMatchObject({
      problems: [{ code: 'tooLarge', detail: '3000000000 > 10000000' }],
    });
  });

  test.each(['<w:document><w:body>', '<w:document></w:body>', 'no XML & nothing'])(
    '%s',
    async (xml) => {
      await expect(docxParts(xml)).rejects.toThrow(/\btag\b/u);
    },
  );

  test('one with more cells than any table has', async () => {
    const cells = '<w:tc><w:gridSpan w:val="200"/></w:tc>'.repeat(3_000);
    await expect(docxParts(`<w:tbl><w:tr>${cells}`)).rejects.toThrow('more than 400000 cells');
  });

  test.each([
    [
      'cells before its rows',
      `<w:tbl>${'<w:tr><w:trPr><w:gridBefore w:val="200"/></w:trPr></w:tr>'.repeat(3_000)}`,
      'cells',
    ],
    ['rows', `<w:tbl>${'<w:tr/>'.repeat(20_001)}`, 'rows'],
    ['tables', '<w:tbl></w:tbl>'.repeat(2_001), 'tables'],
  ])('one with more %s than any document has', async (_, xml, what) => {
    await expect(docxParts(`<w:body>${xml}`)).rejects.toThrow(what);
  });

  test('one in thousands of pieces is put together a piece at a time', async () => {
    // Looked through anew for each piece, the twenty thousand rows took minutes.
    const rows = row(cell('x')).repeat(18_000) + row(cell('STT'));
    const pieces = `<w:tbl>${row(cell('STT'))}</w:tbl>`.repeat(1_900);
    const xml = `<w:document><w:body><w:tbl>${rows}</w:tbl>${pieces}</w:body></w:document>`;
    const tables = await readDocx('pieces.docx', docxOf(xml));
    expect(tables.map((table) => table.rows.length)).toEqual([19_901]);
  });

  test('one that is cut off', async () => {
    const bytes = await readFile(REPORT);
    await expect(readDocx('cut.docx', bytes.subarray(0, 3000))).rejects.toMatchObject({
      problems: [{ code: 'broken' }],
    });
  });
});

/** Where the directory of the zip speaks of the text. */
function directoryEntry(bytes: Buffer): number {
  expect(zipEntries(bytes)?.map(({ name }) => name)).toContain('word/document.xml');
  return bytes.lastIndexOf('word/document.xml') - 46;
}

/** A zip of one part, not packed. */
function docxOf(xml: string): Uint8Array {
  const [name, text] = [Buffer.from('word/document.xml'), Buffer.from(xml)];
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt32LE(text.length, 20);
  entry.writeUInt32LE(text.length, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + text.length, 16);
  return Buffer.concat([local, name, text, entry, name, end]);
}
