import { readXls, streamXlsxRows } from 'hucre/xlsx';

import { SourceUnreadable } from '../../errors.ts';
import { isEncrypted } from '../signature.ts';
import { refusal } from '../table.ts';
import { zipEntries, type ZipEntry } from '../zip-entries.ts';
import type { ListLine } from './find-header.ts';

/** A file read whole: its name in problems and its bytes. */
export type WholeFile = { readonly origin: string; readonly bytes: Uint8Array };

/** One sheet after another: its name in problems, then its lines. */
export type SheetEvents = {
  readonly onSheet: (name: string) => void;
  readonly onLine: (line: ListLine) => void;
  /** The file holds programs: of VBA, or sheets of macros. */
  readonly onMacros?: (() => void) | undefined;
};

/** Half a million dossiers of eleven columns take about 300 MB; a sheet is never held whole. */
const MOST_UNPACKED = 600_000_000;
/** Texts are held whole. */
const MOST_TEXTS = 100_000_000;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/iu;
const MACROS = /^xl\/(?:vbaProject\.bin$|macrosheets\/)/iu;
/** Where the programs of a binary file lie; those of its macro sheets, as Excel had them before 1995, are not told. */
const OLD_MACROS = Buffer.from('_VBA_PROJECT', 'utf16le');
const TEXTS = /^xl\/sharedStrings\.xml$/iu;

/**
 * Reads the sheets of an XLSX file; macros of an XLSM are neither run nor read, only the values in its cells. Throws
 * `SourceUnreadable`: tooLarge (also what would unpack to too much), broken, unknownFormat.
 */
export async function readXlsxList(
  { origin, bytes }: WholeFile,
  { onSheet, onLine, onMacros }: SheetEvents,
): Promise<void> {
  const entries = zipEntries(bytes);
  if (entries === null) throw refusal('broken', { table: origin });
  checkSizes(origin, entries);
  const sheets = entries.filter(({ name }) => SHEET.test(name)).length;
  if (sheets === 0) throw refusal('unknownFormat', { table: origin });
  if (entries.some(({ name }) => MACROS.test(name))) onMacros?.();
  await asBrokenWorkbook(origin, async () => {
    for (let sheet = 0; sheet < sheets; sheet += 1) {
      onSheet(sheets === 1 ? origin : `${origin}!${String(sheet + 1)}`);
      for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
        onLine({ number: index + 1, cells: values });
      }
    }
  });
}

/** Reads the sheets of a binary XLS file (Excel 97 to 2003). Throws `SourceUnreadable`: encrypted, broken. */
export async function readXlsList(
  { origin, bytes }: WholeFile,
  { onSheet, onLine, onMacros }: SheetEvents,
): Promise<void> {
  if (isEncrypted(bytes)) throw refusal('encrypted', { table: origin });
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(OLD_MACROS)) onMacros?.();
  await asBrokenWorkbook(origin, async () => {
    const { sheets } = await readXls(bytes);
    for (const { name, rows } of sheets) {
      onSheet(sheets.length === 1 ? origin : `${origin}!${name}`);
      rows.forEach((cells, index) => onLine({ number: index + 1, cells }));
    }
  });
}

function checkSizes(origin: string, entries: readonly ZipEntry[]): void {
  const all = sizeOf(entries);
  if (all > MOST_UNPACKED) throw tooLarge(origin, all, MOST_UNPACKED);
  const texts = sizeOf(entries.filter(({ name }) => TEXTS.test(name)));
  if (texts > MOST_TEXTS) throw tooLarge(origin, texts, MOST_TEXTS);
}

function sizeOf(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
}

/** Whatever a hostile file makes the reader throw, it is the file that is refused; its words may quote cells. */
export async function asBrokenWorkbook(origin: string, read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (error instanceof SourceUnreadable) throw error;
    const isEncryptedFile = error instanceof Error && error.name === 'EncryptedFileError';
    throw refusal(isEncryptedFile ? 'encrypted' : 'broken', { table: origin });
  }
}

function tooLarge(origin: string, found: number, most: number): SourceUnreadable {
  return refusal('tooLarge', { table: origin }, `${String(found)} > ${String(most)}`);
}
