import type { Agency } from '../../agencies/agency.ts';
import { bearsName } from '../../agencies/bears-name.ts';
import type { Figure } from '../../snapshots/snapshot.ts';
import { problemAt, textOf } from '../table.ts';
import type { Complain, Row, Table } from '../table.ts';
import { withNearest } from '../with-nearest.ts';
import { checkSums, readCounts, readNumber } from './columns.ts';
import type { Columns, Sum } from './columns.ts';
import { isTotalLabel } from './header.ts';
import type { ReadingContext } from './reading-context.ts';

/** A row with the position it has in the official table; null = its mark is out of order. */
type PlacedRow = { readonly row: Row; readonly path: string | null };

/** The part of a table that both ways of writing Phụ lục 2 have in common. */
export type PlacedRows = {
  readonly table: Table;
  readonly columns: Columns;
  readonly rows: readonly PlacedRow[];
};

const SUMS: readonly Sum[] = [
  { total: 'resolved', parts: ['resolvedOnTime', 'resolvedOverdue'] },
  { total: 'pending', parts: ['pendingWithin', 'pendingOverdue'] },
  { total: 'overdueTotal', parts: ['resolvedOverdue', 'pendingOverdue'] },
];

/** One figure per row; everything wrong in any row is complained about with its cell. */
export function figuresOf(
  placed: PlacedRows,
  context: ReadingContext,
  complain: Complain,
): readonly Figure[] {
  const rowsByAgency = new Map<string, number>();
  return placed.rows.flatMap((each) => {
    const counted = countsOf(placed, each.row, complain);
    const agency = agencyOf(placed, each, { context, complain });
    if (agency === null) return [];
    const before = rowsByAgency.get(agency.id);
    rowsByAgency.set(agency.id, before ?? each.row.number);
    if (before !== undefined) {
      const at = { table: placed.table.name, row: each.row.number };
      complain(problemAt('duplicateRow', at, `${agency.name} / ${String(before)}`));
    }
    return [{ agency: agency.id, field: null, ...counted }];
  });
}

/** The agency at the row's position, if it also bears the row's name: neither alone is enough to be sure. */
function agencyOf(
  { table, columns }: PlacedRows,
  { row, path }: PlacedRow,
  { context, complain }: { readonly context: ReadingContext; readonly complain: Complain },
): Agency | null {
  const at = { table: table.name, row: row.number };
  if (path === null) {
    complain(problemAt('strangeRowMark', { ...at, column: 'A' }, textOf(row.cells[0])));
    return null;
  }
  const { index, label } = columns.get('name') ?? { index: 1, label: 'B' };
  const name = textOf(row.cells[index]);
  const agency = context.directory.byOfficialPath(path);
  if (agency !== null && (bearsName(agency, name) || isTotal(path, row))) return agency;
  const { code, detail } = nameFault({ there: agency?.name ?? path, name: name || path }, context);
  complain(problemAt(code, { ...at, column: label }, detail));
  return null;
}

function nameFault(
  { there, name }: { readonly there: string; readonly name: string },
  { directory, finder }: ReadingContext,
) {
  const isKnown = directory.agencies.some((each) => bearsName(each, name));
  return isKnown
    ? ({ code: 'nameDoesNotFit', detail: `${name} / ${there}` } as const)
    : ({ code: 'unknownAgency', detail: withNearest(finder, name) } as const);
}

/** The total row says "TỔNG", which is nobody's name. */
function isTotal(path: string, row: Row): boolean {
  return path === 'TOTAL' && row.cells.some(isTotalLabel);
}

function countsOf(
  { table, columns }: PlacedRows,
  row: Row,
  complain: Complain,
): Pick<Figure, 'counts' | 'printedOverdue'> {
  const at = { table, row, columns };
  const counts = readCounts(at, complain);
  const overdueTotal = readNumber(at, 'overdueTotal', complain);
  checkSums({ ...at, counts, overdueTotal }, SUMS, complain);
  return { counts, printedOverdue: readNumber(at, 'overdueRate', complain) };
}
