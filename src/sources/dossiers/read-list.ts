import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';

import { asUnreadable } from '../open-file.ts';
import { signatureOf } from '../signature.ts';
import { refusal } from '../table.ts';
import { decoded, encodingOf } from './encoding.ts';
import type { ColumnFinder } from './find-columns.ts';
import type { ListRequest } from './list-message.ts';
import type { SheetEvents } from './read-workbook-list.ts';
import { recordReader } from './record-reader.ts';
import { type TableEvents, type TableOptions, tableReader } from './table-reader.ts';
import type { TableReader } from './table-reader.ts';

/** Where what is read is: on a disk, or handed over. */
export type ListContent = { readonly path: string } | { readonly bytes: Uint8Array };

/** What is read, and how its columns are found. */
export type ListFile = ListContent &
  Pick<ListRequest, 'origin' | 'agencyGiven'> & { readonly findColumns: ColumnFinder };

/* A thread reads one file: it loads what that one needs. */
const HEAD_BYTES = 65_536;
const CHUNK_BYTES = 262_144;
/** Read whole: packed, or as a page whose tree takes several times as much. */
const MOST_WHOLE = { workbook: 100_000_000, page: 40_000_000 } as const;

/**
 * Reads a file row by row, told by what is in it and not by its name. False when it holds no list of dossiers. Throws
 * `SourceUnreadable` where it cannot be read on.
 */
export async function readList(file: ListFile, events: TableEvents): Promise<boolean> {
  const head = await headOf(file);
  if (head.length === 0) throw refusal('empty', { table: file.origin });
  const signature = signatureOf(head);
  if (signature === 'pdf') throw refusal('unknownFormat', { table: file.origin }, 'PDF');
  if (signature === 'zip' || signature === 'oldOffice') {
    const bytes = await wholeFile(file, MOST_WHOLE.workbook);
    const { readXlsList, readXlsxList } = await import('./read-workbook-list.ts');
    const read = signature === 'zip' ? readXlsxList : readXlsList;
    return readSheets(file, events, (sheets) => read({ origin: file.origin, bytes }, sheets));
  }
  return readText(file, head, events);
}

async function readText(file: ListFile, head: Uint8Array, events: TableEvents): Promise<boolean> {
  const { origin } = file;
  const encoding = encodingOf(head);
  if (encoding === null) throw refusal('unknownFormat', { table: file.origin });
  const text = new TextDecoder(encoding).decode(head);
  const chunks = () => decoded(bytesOf(file), { origin, encoding });
  if (text.trim() === '' && head.length < HEAD_BYTES)
    throw refusal('empty', { table: file.origin });
  if (/^\s*</u.test(text)) {
    const { readHtmlList, wholePage } = await import('./read-html-list.ts');
    const page = await wholePage(chunks(), { origin, most: MOST_WHOLE.page });
    return readSheets(file, events, (sheets) => readHtmlList({ origin, text: page }, sheets));
  }
  if (/^\s*[[{]/u.test(text)) return readRecords(file, chunks(), events);
  const { readCsvList } = await import('./read-csv-list.ts');
  const table = tableReader(optionsOf(file, origin, true), events);
  return ended(readCsvList(chunks(), { origin, head: text, table }), () => table.end());
}

async function readRecords(
  file: ListFile,
  chunks: AsyncIterable<string>,
  events: TableEvents,
): Promise<boolean> {
  const { readJsonList } = await import('./read-json-list.ts');
  const records = recordReader(file, events);
  await readJsonList(chunks, { origin: file.origin, onRecord: (record) => records.record(record) });
  return records.isList();
}

/** Sheets that are no lists are passed over as long as one is. */
async function readSheets(
  file: ListFile,
  events: TableEvents,
  read: (sheets: SheetEvents) => Promise<void>,
): Promise<boolean> {
  let isList = false;
  let table: TableReader | null = null;
  const end = (): void => {
    isList = (table?.end() ?? false) || isList;
  };
  const reading = read({
    onSheet(name) {
      end();
      table = tableReader(optionsOf(file, name, false), events);
    },
    onLine: (line) => table?.line(line),
    onMacros: events.onMacros,
  });
  return ended(reading, () => {
    end();
    return isList;
  });
}

/** The end is told of a table that broke off, too: what stood above it may be a list, and its header may be wrong. */
async function ended(reading: Promise<void>, end: () => boolean): Promise<boolean> {
  try {
    await reading;
  } catch (error) {
    end();
    throw error;
  }
  return end();
}

function optionsOf(
  { findColumns, agencyGiven }: ListFile,
  table: string,
  evenLines: boolean,
): TableOptions {
  return { table, findColumns, agencyGiven, evenLines };
}

async function headOf(file: ListFile): Promise<Uint8Array> {
  if ('bytes' in file) return file.bytes.subarray(0, HEAD_BYTES);
  const chunks = createReadStream(file.path, { end: HEAD_BYTES - 1, highWaterMark: HEAD_BYTES });
  return asUnreadable(file.origin, async () =>
    Buffer.concat(await Array.fromAsync<Buffer>(chunks)),
  );
}

function bytesOf(file: ListFile): AsyncIterable<Uint8Array> {
  if ('bytes' in file) return Readable.from([file.bytes]);
  return createReadStream(file.path, { highWaterMark: CHUNK_BYTES });
}

async function wholeFile(file: ListFile, most: number): Promise<Uint8Array> {
  const bytes =
    'bytes' in file ? file.bytes : await asUnreadable(file.origin, () => readFile(file.path));
  if (bytes.length > most) {
    throw refusal('tooLarge', { table: file.origin }, `${String(bytes.length)} > ${String(most)}`);
  }
  return bytes;
}
