import { fromHtml } from 'hucre';
import { readXls, readXlsx } from 'hucre/xlsx';
import type { CellValue, Sheet } from 'hucre/xlsx';

import { SourceUnreadable } from '../../errors.ts';
import { isEncrypted } from '../signature.ts';
import { MAX_ROWS, problemAt } from '../table.ts';
import type { Cell, Row, Table } from '../table.ts';
import { unpackedSize } from '../zip-entries.ts';
import { percentText } from './read-number.ts';

/** A sheet of that many bytes is read in some hundred milliseconds. */
const MAX_UNPACKED = 50_000_000;

/** The sheets of an XLSX file that are not hidden. Throws `SourceUnreadable`: tooLarge, broken. */
export async function readWorkbook(name: string, bytes: Uint8Array): Promise<readonly Table[]> {
  const unpacked = unpackedSize(bytes);
  if (unpacked === null) throw new SourceUnreadable(name, [problemAt('broken', { table: name })]);
  if (unpacked > MAX_UNPACKED) {
    const detail = `${String(unpacked)} > ${String(MAX_UNPACKED)}`;
    throw new SourceUnreadable(name, [problemAt('tooLarge', { table: name }, detail)]);
  }
  return refusing(name, async () => {
    const { sheets } = await readXlsx(bytes, {
      sheets: (sheet) => sheet.hidden !== true && sheet.veryHidden !== true,
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
  return refusing(name, async () => tablesOf(name, (await readXls(bytes)).sheets));
}

/** The first table of a web page saved as .xls: how one-stop systems export. Cells stay as written. */
export function readHtmlTable(name: string, text: string): Promise<readonly Table[]> {
  // The reader drops line breaks within a cell, and with them where one label ends and the next begins.
  const broken = text.replace(/<br\s*\/?>|<\/p>\s*<p[^>]*>/giu, '\n');
  return refusing(name, () =>
    Promise.resolve(tablesOf(name, [fromHtml(broken, { typeInference: false, classes: false })])),
  );
}

async function refusing(
  name: string,
  read: () => Promise<readonly Table[]>,
): Promise<readonly Table[]> {
  try {
    return await read();
  } catch (error) {
    // Whatever a hostile file makes the reader throw, it is the file that is refused.
    if (error instanceof SourceUnreadable) throw error;
    const detail = error instanceof Error ? error.message : '';
    throw new SourceUnreadable(name, [problemAt('broken', { table: name }, detail)], {
      cause: error,
    });
  }
}

function tablesOf(name: string, sheets: readonly Sheet[]): readonly Table[] {
  return sheets.map((sheet) => {
    const table = sheets.length === 1 ? name : `${name}!${sheet.name}`;
    if (sheet.rows.length > MAX_ROWS) {
      const detail = `> ${String(MAX_ROWS)}`;
      throw new SourceUnreadable(name, [problemAt('tooLarge', { table }, detail)]);
    }
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

function cellOf(value: CellValue, format: string): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return format.includes('%') ? percentText(value) : value;
  return value instanceof Date ? value.toISOString() : String(value);
}
