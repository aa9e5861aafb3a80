import type { Agency } from '../../agencies/agency.ts';
import type { Reading } from '../../polling/source.ts';
import type { Figure } from '../../snapshots/snapshot.ts';
import { withMarks } from '../../vietnamese/fold.ts';
import { problemAt, textOf } from '../table.ts';
import type { Complain, Row, Table } from '../table.ts';
import { withNearest } from '../with-nearest.ts';
import { agencyCalled } from './agency-called.ts';
import { checkSums, findColumns, readCounts } from './columns.ts';
import type { Columns, Sum, WantedColumns } from './columns.ts';
import { checkGroups, checkTotal } from './form-totals.ts';
import type { FieldRow, FormBody } from './form-totals.ts';
import { dataRows, findHeader, isTotalRow, shiftedRight } from './header.ts';
import { readHeading } from './heading.ts';
import { partedRows } from './parted-rows.ts';
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

type Body = FormBody & { readonly width: number };

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
  if (!bearsMost(header.titles)) return null;
  const row = table.rows[header.first]?.number ?? 1;
  const columns = findColumns({ ...header, table: table.name, row }, COLUMNS, complain);
  const { rows: counted, groups } = partedRows(
    dataRows(table, header).filter((each) => isTotalRow(each) || hasCounts(each)),
  );
  const rows = counted.map((each) => fieldRow(each, columns));
  const heading = readHeading(table.rows.slice(0, header.first));
  const agency = reportingAgency(table, { context, printed: heading.agency }, complain);
  const head = settleHead(table, { context, heading, defaults: defaultsOf(agency) }, complain);
  const body = { table, columns, rows, width: header.titles.length };
  const figures = figuresOf(body, agency, complain);
  checkGroups(groups, body, complain);
  return head === null ? null : { ...head, figures, statements: [] };
}

/** Forms II.07b and II.08 of the same report begin with the same two columns. */
function bearsMost(titles: readonly string[]): boolean {
  const found = COLUMNS.filter(([, title]) => titles.some((each) => title.test(each)));
  return found.length > COLUMNS.length / 2;
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
