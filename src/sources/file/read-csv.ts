import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';

import { SourceUnreadable } from '../../errors.ts';
import { faultPlace } from '../csv-fault.ts';
import { delimiterOf } from '../delimiter.ts';
import { MAX_ROWS, MOST_COLUMNS, problemAt } from '../table.ts';
import type { Row, Table } from '../table.ts';
import { textWithoutTags } from './cell-of.ts';

const Records = z.array(
  z.object({ info: z.object({ lines: z.int() }), record: z.array(z.string()) }),
);

/** Rows of a text file; line numbers are those an editor shows. Throws `SourceUnreadable`: broken (quotes), tooLarge. */
export function readCsv(name: string, text: string): Table {
  try {
    const delimiter = delimiterOf(text);
    const parsed: unknown = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      // Text pasted from a table has quotes where its author wrote some.
      relax_quotes: delimiter === '\t',
      to: MAX_ROWS + 1,
    });
    const rows = Records.parse(parsed).map(rowOf);
    if (rows.length <= MAX_ROWS) return { name, rows };
    throw new SourceUnreadable(name, [
      problemAt('tooLarge', { table: name }, `> ${String(MAX_ROWS)}`),
    ]);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new SourceUnreadable(name, [problemAt('broken', faultPlace(name, error), error.code)], {
      cause: error,
    });
  }
}

function rowOf({ info, record }: z.infer<typeof Records>[number]): Row {
  return { number: info.lines, cells: record.slice(0, MOST_COLUMNS).map(textWithoutTags) };
}
