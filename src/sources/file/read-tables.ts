import { SourceUnreadable } from '../../errors.ts';
import { isWordDocument, signatureOf } from '../signature.ts';
import { problemAt, refusal } from '../table.ts';
import type { Table } from '../table.ts';
import { readCsv } from './read-csv.ts';
import { isDocx, readDocx } from './read-docx.ts';
import { readHtmlTable, readOldWorkbook, readWorkbook } from './read-workbook.ts';

/** The tables of a file, told by what is in it and not by its name: one-stop systems save web pages as .xls. */
export async function readTables(name: string, bytes: Uint8Array): Promise<readonly Table[]> {
  const signature = signatureOf(bytes);
  if (signature === 'zip') return isDocx(bytes) ? readDocx(name, bytes) : readWorkbook(name, bytes);
  if (signature === 'oldOffice') {
    if (isWordDocument(bytes)) throw refusal('unknownFormat', { table: name }, 'DOC');
    return readOldWorkbook(name, bytes);
  }
  const text = readText(name, bytes);
  if (/^\s*</u.test(text)) return readHtmlTable(name, text);
  return [readCsv(name, text)];
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
