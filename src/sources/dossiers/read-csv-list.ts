import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { CsvError, parse } from 'csv-parse';
import type { InfoRecord } from 'csv-parse';

import { SourceUnreadable } from '../../errors.ts';
import { faultPlace } from '../csv-fault.ts';
import { delimiterOf } from '../delimiter.ts';
import { problemAt } from '../table.ts';
import type { TableReader } from './table-reader.ts';

/** More characters in one line are no dossier: a quote that was never closed, or something else altogether. */
const LONGEST_RECORD = 100_000;

/**
 * Reads a text with delimiters, line by line; `head` is its beginning. Line numbers are those an editor shows. Throws
 * `SourceUnreadable`: broken (quotes), tooLarge (a line that does not end).
 */
export async function readCsvList(
  chunks: AsyncIterable<string>,
  {
    origin,
    head,
    table,
  }: { readonly origin: string; readonly head: string; readonly table: TableReader },
): Promise<void> {
  const parser = parse({
    delimiter: delimiterOf(head),
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
    // Rows are taken here and never queued in the stream.
    on_record: (cells: string[], { lines }: InfoRecord) => {
      table.line({ number: lines, cells });
      return null;
    },
  });
  try {
    await pipeline(Readable.from(chunks), parser, drained);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const code = error.code === 'CSV_MAX_RECORD_SIZE' ? 'tooLarge' : 'broken';
    const detail = code === 'tooLarge' ? `> ${String(LONGEST_RECORD)}` : error.code;
    throw new SourceUnreadable(origin, [problemAt(code, faultPlace(origin, error), detail)], {
      // The library's words quote the line.
      cause: error.code,
    });
  }
}

async function drained(records: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of records);
}
