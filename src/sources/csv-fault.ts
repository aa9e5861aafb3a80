import type { CsvError } from 'csv-parse';

/** A quote that is never closed is noticed at the end of the file; the record it opened is the place to look. */
export function faultPlace(table: string, error: CsvError): { table: string; row?: number } {
  const records: unknown = error['records'];
  const lines: unknown = error['lines'];
  const row =
    error.code === 'CSV_QUOTE_NOT_CLOSED' && typeof records === 'number' ? records + 1 : lines;
  return typeof row === 'number' ? { table, row } : { table };
}
