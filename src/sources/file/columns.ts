import { NO_COUNTS } from '../../figures/counts.ts';
import type { CountName, Counts } from '../../figures/counts.ts';
import { columnLetter, problemAt } from '../table.ts';
import type { Complain, Row, Table } from '../table.ts';
import { readCount, readRate } from './read-number.ts';

/** What a column holds: a count by its name, or one of the others. */
export type ColumnId = CountName | 'overdueTotal' | 'overdueRate' | 'path' | 'name' | 'field';

/** Where a column was found, and how to name it to the person who has the file open. */
type Column = { readonly index: number; readonly label: string };
export type Columns = ReadonlyMap<ColumnId, Column>;

/** The columns a layout has, each with the title it bears. */
export type WantedColumns = readonly (readonly [ColumnId, RegExp])[];

/** Finds every wanted column; a missing or doubled one is complained about at the header's row. */
export function findColumns(
  header: { readonly titles: readonly string[]; readonly table: string; readonly row: number },
  wanted: WantedColumns,
  complain: Complain,
): Columns {
  const columns = new Map<ColumnId, Column>();
  for (const [id, title] of wanted) {
    const found = header.titles.flatMap((each, index) => (title.test(each) ? [index] : []));
    const [index] = found;
    if (index !== undefined) columns.set(id, { index, label: columnLetter(index) });
    if (found.length === 1) continue;
    const code = found.length === 0 ? 'missingColumn' : 'duplicateColumn';
    complain(problemAt(code, header, id));
  }
  return columns;
}

/** A row of a table with its columns: what the number readers below need to know. */
export type RowOf = { readonly table: Table; readonly row: Row; readonly columns: Columns };

/** All counts of a row; columns the layout lacks and empty cells stay unknown. */
export function readCounts(at: RowOf, complain: Complain): Counts {
  const counts: Record<CountName, number | null> = { ...NO_COUNTS };
  for (const id of at.columns.keys()) {
    if (isCountName(id)) counts[id] = readNumber(at, id, complain);
  }
  return counts;
}

/** One number of a row: a rate in hundredths of a percent in the rate column, a count in all others. */
export function readNumber(at: RowOf, id: ColumnId, complain: Complain): number | null {
  const column = at.columns.get(id);
  if (column === undefined) return null;
  const cell = at.row.cells[column.index];
  const read = id === 'overdueRate' ? readRate(cell) : readCount(cell);
  if ('value' in read) return read.value;
  complain(problemAt(read.fault, cellOf(at, column), read.text));
  return null;
}

/** A total and what it must be the sum of. */
export type Sum = { readonly total: ColumnId; readonly parts: readonly CountName[] };

/** Complains where the parts of a row do not give its total; sums with an unknown part say nothing. */
export function checkSums(
  at: RowOf & { readonly counts: Counts; readonly overdueTotal?: number | null },
  sums: readonly Sum[],
  complain: Complain,
): void {
  for (const { total, parts } of sums) {
    const column = at.columns.get(total);
    const printed = isCountName(total) ? at.counts[total] : (at.overdueTotal ?? null);
    const sum = sumOf(parts.map((part) => at.counts[part]));
    if (column === undefined || printed === null || sum === null || printed === sum) continue;
    const detail = `${String(printed)} / ${String(sum)}`;
    complain(problemAt('rowDoesNotAddUp', cellOf(at, column), detail));
  }
}

/** The sum of counts; null as soon as one is unknown. */
export function sumOf(counts: readonly (number | null)[]): number | null {
  return counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

/** Whether a column is one of the dossier counts. */
export function isCountName(id: ColumnId): id is CountName {
  return id in NO_COUNTS;
}

function cellOf({ table, row }: RowOf, column: Column) {
  return { table: table.name, row: row.number, column: column.label };
}
