import { SourceUnreadable } from '../../errors.ts';
import { isWordDocument, signatureOf } from '../signature.ts';
import { problemAt, refusal } from '../table.ts';
import type { Table } from '../table.ts';

/**
 * The tables of a file, told by what is in it and not by its name: one-stop systems save web pages as .xls. What reads a
 * format is loaded with its first file.
 */
export async function readTables(name: string, bytes: Uint8Array): Promise<readonly Table[]> {
  const signature = signatureOf(bytes);
  if (signature === 'zip') {
    const { isDocx, readDocx } = await import('./read-docx.ts');
    if (isDocx(bytes)) return readDocx(name, bytes);
    return (await import('./read-workbook.ts')).readWorkbook(name, bytes);
  }
  if (signature === 'oldOffice') {
    if (isWordDocument(bytes)) throw refusal('unknownFormat', { table: name }, 'DOC');
    return (await import('./read-workbook.ts')).readOldWorkbook(name, bytes);
  }
  const text = readText(name, bytes);
  if (/^\s*</u.test(text)) return (await import('./read-workbook.ts')).readHtmlTable(name, text);
  return [(await import('./read-csv.ts')).readCsv(name, text)];
}

/** The text of a UTF-8 file, without its byte order mark. Throws `SourceUnreadable`: notUtf8, unknownFormat, empty. */
export function readText(name: string, bytes: Uint8Array): string {
  const signature = signatureOf(bytes);
  if (signature === 'pdf') throw refusal('unknownFormat', { table: name }, 'PDF');
  if (signature?.startsWith('utf-16') === true) throw refusal('notUtf8', { table: name }, 'UTF-16');
  const text = decode(name, bytes);
  // No text holds this character; pictures and archives do.
  if (text.includes('\0')) throw refusal('unknownFormat', { table: name });
  if (text.trim() === '') throw refusal('empty', { table: name });
  return text;
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (bytes.subarray(0, 1000).includes(0)) throw refusal('unknownFormat', { table: name });
    throw new SourceUnreadable(name, [problemAt('notUtf8', { table: name })], { cause: error });
  }
}
