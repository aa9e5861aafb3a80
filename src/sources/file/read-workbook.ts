import { readXls, readXlsx } from 'hucre/xlsx';
import type { Sheet } from 'hucre/xlsx';

import { SourceUnreadable } from '../../errors.ts';
import { isEncrypted } from '../signature.ts';
import { columnLetter, MAX_ROWS, MOST_COLUMNS, problemAt } from '../table.ts';
import type { Row, Table } from '../table.ts';
import { unpackedSize } from '../zip-entries.ts';
import { asBroken } from './as-broken.ts';
import { cellOf } from './cell-of.ts';
import { pageParts } from './page-parts.ts';

/** A sheet of that many bytes is read in some seconds, by a thread of its own. */
const MAX_UNPACKED = 50_000_000;

/** The sheets of an XLSX file that are not hidden. Throws `SourceUnreadable`: tooLarge, broken. */
export async function readWorkbook(name: string, bytes: Uint8Array): Promise<readonly Table[]> {
  const unpacked = unpackedSize(bytes);
  if (unpacked === null) throw new SourceUnreadable(name, [problemAt('broken', { table: name })]);
  if (unpacked > MAX_UNPACKED) {
    const detail = `${String(unpacked)} > ${String(MAX_UNPACKED)}`;
    throw new SourceUnreadable(name, [problemAt('tooLarge', { table: name }, detail)]);
  }
  return asBroken(name, async () => {
    const { sheets } = await readXlsx(bytes, {
      sheets: (sheet) => sheet.hidden !== true && sheet.veryHidden !== true,
      // A cell far off to the right would have all between it and the table made, in every row.
      range: `A1:${columnLetter(MOST_COLUMNS - 1)}1048576`,
      maxRows: MAX_ROWS + 1,
      readStyles: true,
    });
    return tablesOf(name, sheets);
  });
}

/** The sheets of a binary XLS file (Excel 97 to 2003). Throws `SourceUnreadable`: encrypted, broken, tooLarge. */
export function readOldWorkbook(name: string, bytes: Uint8Array): Promise<readonly Table[]> {
  if (isEncrypted(bytes)) {
    throw new SourceUnreadable(name, [problemAt('encrypted', { table: name })]);
  }
  return asBroken(name, async () => tablesOf(name, (await readXls(bytes)).sheets));
}

/**
 * A web page saved as .xls, how one-stop systems export: lines and tables in one, as a spreadsheet program shows it. Cells
 * stay as written.
 */
export function readHtmlTable(name: string, html: string): Promise<readonly Table[]> {
  return asBroken(name, () => {
    const rows = pageParts(html).flatMap((part) =>
      part.kind === 'text' ? part.lines.map((line) => [line]) : part.rows,
    );
    if (rows.length > MAX_ROWS) throw tooLarge(name, name);
    return Promise.resolve([
      {
        name,
        rows: rows.map((cells, index) => ({
          number: index + 1,
          cells: cells.slice(0, MOST_COLUMNS).map((value) => cellOf(value, '')),
        })),
      },
    ]);
  });
}

function tablesOf(name: string, sheets: readonly Sheet[]): readonly Table[] {
  return sheets.map((sheet) => {
    const table = sheets.length === 1 ? name : `${name}!${sheet.name}`;
    if (sheet.rows.length > MAX_ROWS) throw tooLarge(name, table);
    return { name: table, rows: sheet.rows.map((_, index) => rowOf(sheet, index)) };
  });
}

function rowOf(sheet: Sheet, index: number): Row {
  const cells = (sheet.rows[index] ?? []).map((value, column) => {
    const format = sheet.cells?.get(`${String(index)},${String(column)}`)?.style?.numFmt;
    return cellOf(value, format ?? '');
  });
  return { number: index + 1, cells };
}

function tooLarge(name: string, table: string): SourceUnreadable {
  return new SourceUnreadable(name, [problemAt('tooLarge', { table }, `> ${String(MAX_ROWS)}`)]);
}
