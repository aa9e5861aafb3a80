import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { CsvError, parse } from 'csv-parse';
import type { InfoRecord } from 'csv-parse';

import { SourceUnreadable } from '../../errors.ts';
import { faultPlace } from '../csv-fault.ts';
import { delimiterOf } from '../delimiter.ts';
import { columnLetter, problemAt, refusal } from '../table.ts';
import { LONGEST_TEXT } from './clean-text.ts';
import type { TableReader } from './table-reader.ts';

/** More characters in one line are no dossier: a quote that was never closed, or something else altogether. */
const LONGEST_RECORD = 100_000;

/**
 * Reads a text with delimiters, line by line; `head` is its beginning. Line numbers are those an editor shows. Throws
 * `SourceUnreadable`: broken (quotes), cellTooLong (one that does not end, or whose quote was never closed).
 */
export async function readCsvList(
  chunks: AsyncIterable<string>,
  {
    origin,
    head,
    table,
  }: { readonly origin: string; readonly head: string; readonly table: TableReader },
): Promise<void> {
  let last = 0;
  const parser = parse({
    delimiter: delimiterOf(head),
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
    // Rows are taken here and never queued in the stream.
    on_record: (cells: string[], { lines }: InfoRecord) => {
      last = lines;
      table.line({ number: lines, cells });
      return null;
    },
  });
  try {
    await pipeline(Readable.from(chunks), parser, drained);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw tooLong(origin, last + 1, error);
    throw new SourceUnreadable(
      origin,
      [problemAt('broken', faultPlace(origin, error), error.code)],
      {
        // The library's words quote the line.
        cause: error.code,
      },
    );
  }
}

/** The line that began after the last one that was whole, and the cell in it that had not ended. */
function tooLong(origin: string, row: number, error: CsvError): SourceUnreadable {
  const at: unknown = error['column'];
  const column = typeof at === 'number' ? { column: columnLetter(at) } : {};
  const detail = `${String(LONGEST_RECORD)}+ > ${String(LONGEST_TEXT)}`;
  return refusal('cellTooLong', { table: origin, row, ...column }, detail);
}

async function drained(records: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of records);
}
