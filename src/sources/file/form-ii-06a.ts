import type { Agency } from '../../agencies/agency.ts';
import type { CountName } from '../../figures/counts.ts';
import type { Reading } from '../../polling/source.ts';
import type { Figure } from '../../snapshots/snapshot.ts';
import { withMarks } from '../../vietnamese/fold.ts';
import { problemAt, textOf } from '../table.ts';
import type { Complain, Row, Table } from '../table.ts';
import { agencyCalled, withNearest } from './agency-names.ts';
import { checkSums, findColumns, isCountName, readCounts, sumOf } from './columns.ts';
import type { Columns, Sum, WantedColumns } from './columns.ts';
import { dataRows, findHeader, isTotalRow, shiftedRight } from './header.ts';
import { readHeading } from './heading.ts';
import { settleHead } from './reading-context.ts';
import type { ReadingContext } from './reading-context.ts';

/** Columns (2) to (13) of form II.06a/VPCP/KSTT, three header rows. */
const COLUMNS: WantedColumns = [
  ['field', /^linh vuc/u],
  ['received', /tiep nhan \/ tong so$/u],
  ['receivedOnline', /tiep nhan \/ trong ky \/ truc tuyen$/u],
  ['receivedDirectOrPostal', /tiep nhan \/ trong ky \/ truc tiep/u],
  ['carriedOver', /tiep nhan \/ tu ky truoc/u],
  ['resolved', /da giai quyet \/ tong so$/u],
  ['resolvedEarly', /da giai quyet \/ truoc han$/u],
  ['resolvedOnTime', /da giai quyet \/ dung han$/u],
  ['resolvedOverdue', /da giai quyet \/ (qua|tre) han$/u],
  ['pending', /dang giai quyet \/ tong so$/u],
  ['pendingWithin', /dang giai quyet \/ trong han$/u],
  ['pendingOverdue', /dang giai quyet \/ (qua|tre) han$/u],
];

/** The form's own rules: (3)=(4)+(5)+(6), (7)=(8)+(9)+(10), (11)=(12)+(13). */
const SUMS: readonly Sum[] = [
  { total: 'received', parts: ['receivedOnline', 'receivedDirectOrPostal', 'carriedOver'] },
  { total: 'resolved', parts: ['resolvedEarly', 'resolvedOnTime', 'resolvedOverdue'] },
  { total: 'pending', parts: ['pendingWithin', 'pendingOverdue'] },
];

/** A row of the form; `field` null = the total. */
type FieldRow = { readonly row: Row; readonly field: string | null };
type Body = {
  readonly table: Table;
  readonly columns: Columns;
  readonly rows: readonly FieldRow[];
  readonly width: number;
};

/**
 * Reads form II.06a: one agency, a figure per field and one for all of them. The period and the agency are printed
 * above the table unless given beside it. Null when it is another layout.
 */
export function readFormII06a(
  table: Table,
  context: ReadingContext,
  complain: Complain,
): Reading | null {
  const header = findHeader(table, 'linh vuc');
  if (header === null) return null;
  const row = table.rows[header.first]?.number ?? 1;
  const columns = findColumns({ ...header, table: table.name, row }, COLUMNS, complain);
  const rows = dataRows(table, header)
    .map((each) => fieldRow(each, columns))
    .filter((each) => each.field === null || hasCounts(each.row));
  const heading = readHeading(table.rows.slice(0, header.first));
  const agency = reportingAgency(table, { context, printed: heading.agency }, complain);
  const head = settleHead(table, { context, heading, defaults: defaultsOf(agency) }, complain);
  const figures = figuresOf(
    { table, columns, rows, width: header.titles.length },
    agency,
    complain,
  );
  return head === null ? null : { ...head, figures, statements: [] };
}

/**
 * The form counts everything the agency handles, in national systems too. Without a document number the place must
 * name the agency, or the form of one agency would pass for a new version of another's.
 */
function defaultsOf(agency: Agency | null) {
  return {
    scope: 'all-systems',
    formula: null,
    title: 'Tình hình, kết quả giải quyết thủ tục hành chính',
    place: `Biểu số II.06a/VPCP/KSTT, ${agency?.name ?? ''}`,
  };
}

function reportingAgency(
  table: Table,
  { context, printed }: { readonly context: ReadingContext; readonly printed: string | null },
  complain: Complain,
): Agency | null {
  const named = context.given.agency ?? printed;
  if (named === null) {
    complain(problemAt('agencyMissing', { table: table.name }));
    return null;
  }
  const agency = agencyCalled(context.directory, named);
  if (agency === null) {
    complain(problemAt('unknownAgency', { table: table.name }, withNearest(context.finder, named)));
  }
  return agency;
}

function fieldRow(row: Row, columns: Columns): FieldRow {
  const field = textOf(row.cells[columns.get('field')?.index ?? 1]);
  return { row, field: isTotalRow(row) ? null : field };
}

/** Headings between the fields ("I. CẤP TỈNH") have a name and nothing else. */
function hasCounts(row: Row): boolean {
  return row.cells.slice(2).some((cell) => textOf(cell) !== '');
}

function figuresOf(body: Body, agency: Agency | null, complain: Complain): readonly Figure[] {
  const rowsByField = new Map<string, number>();
  const figures = body.rows.flatMap(({ row, field }) => {
    const key = withMarks(field ?? '');
    const before = rowsByField.get(key);
    rowsByField.set(key, before ?? row.number);
    if (before !== undefined) {
      const at = { table: body.table.name, row: row.number };
      complain(problemAt('duplicateRow', at, `${field ?? ''} / ${String(before)}`));
    }
    return figureOf(body, { row, field, agency }, complain) ?? [];
  });
  checkTotal(body, figures, complain);
  return figures;
}

function figureOf(
  { table, columns, width }: Body,
  { row, field, agency }: FieldRow & { readonly agency: Agency | null },
  complain: Complain,
): Figure | null {
  const at = { table, row: field === null ? shiftedRight(row, width) : row, columns };
  const counts = readCounts(at, complain);
  checkSums({ ...at, counts }, SUMS, complain);
  return agency === null ? null : { agency: agency.id, field, counts, printedOverdue: null };
}

/** The last row must be there (or the file is cut off) and be the sum of the others, column by column. */
function checkTotal(body: Body, figures: readonly Figure[], complain: Complain): void {
  const table = body.table.name;
  const row = body.rows.find(({ field }) => field === null)?.row.number;
  if (row === undefined) {
    complain(problemAt(body.rows.length === 0 ? 'noRows' : 'totalMissing', { table }));
    return;
  }
  for (const [name, { label }] of body.columns) {
    const wrong = isCountName(name) ? wrongTotal(figures, name) : null;
    if (wrong !== null)
      complain(problemAt('totalDoesNotAddUp', { table, row, column: label }, wrong));
  }
}

/** "printed / sum of the fields" where they differ. */
function wrongTotal(figures: readonly Figure[], name: CountName): string | null {
  const printed = figures.find(({ field }) => field === null)?.counts[name] ?? null;
  const fields = figures.filter(({ field }) => field !== null);
  const sum = sumOf(fields.map(({ counts }) => counts[name]));
  const isRight = printed === null || sum === null || fields.length === 0 || printed === sum;
  return isRight ? null : `${String(printed)} / ${String(sum)}`;
}
