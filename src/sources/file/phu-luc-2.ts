import type { Reading } from '../../polling/source.ts';
import { bare, fold } from '../../vietnamese/fold.ts';
import { isBlank, problemAt, textOf } from '../table.ts';
import type { Complain, Row, Table } from '../table.ts';
import { findColumns } from './columns.ts';
import type { WantedColumns } from './columns.ts';
import { dataRows, findHeader, isTotalRow, shiftedRight } from './header.ts';
import { readHeading } from './heading.ts';
import { figuresOf } from './phu-luc-2-rows.ts';
import type { PlacedRows } from './phu-luc-2-rows.ts';
import { settleHead } from './reading-context.ts';
import type { HeadDefaults, ReadingContext } from './reading-context.ts';
import { pathReader } from './row-path.ts';

/** Columns as printed in Phụ lục 2, two header rows. */
const PRINTED: WantedColumns = [
  ['name', /^co quan/u],
  ['received', /^ho so tiep nhan$/u],
  ['resolved', /^ho so da giai quyet( xong)? \/ tong( so)?$/u],
  ['resolvedOnTime', /^ho so da giai quyet( xong)? \/ dung han$/u],
  ['resolvedOverdue', /^ho so da giai quyet( xong)? \/ (tre|qua) han$/u],
  ['pending', /^ho so dang giai quyet \/ tong( so)?$/u],
  ['pendingWithin', /^ho so dang giai quyet \/ trong han$/u],
  ['pendingOverdue', /^ho so dang giai quyet \/ (tre|qua) han$/u],
  ['overdueTotal', /^ho so (tre|qua) han \/ so luong$/u],
  ['overdueRate', /^ho so (tre|qua) han \/ t[yi] le$/u],
];

/** The same columns in a data file: one header row, and the position written out in `code_path`. */
const WRITTEN_OUT: WantedColumns = [
  ['path', /^code path$/u],
  ['name', /^name$/u],
  ['received', /^received$/u],
  ['resolved', /^resolved$/u],
  ['resolvedOnTime', /^resolved on time$/u],
  ['resolvedOverdue', /^resolved overdue$/u],
  ['pending', /^pending$/u],
  ['pendingWithin', /^pending within$/u],
  ['pendingOverdue', /^pending overdue$/u],
  ['overdueTotal', /^overdue total$/u],
  ['overdueRate', /^overdue rate percent$/u],
];

const EXTRACT_ROWS = /bang trich gom ([\d.]+) dong/u;

/** Dossiers in the one-stop system of the province; the formula reproduces 185 of 185 printed rates (domain.md 2.1). */
const DEFAULTS: HeadDefaults = {
  scope: 'one-stop',
  formula: 'OVERDUE_TOTAL_OVER_HANDLED',
  title: 'Kết quả giải quyết hồ sơ TTHC của các cơ quan, đơn vị, địa phương',
  place: 'Phụ lục 2',
};

/** Rows with their positions, and the lines around the table: for the period and the document. */
type Body = PlacedRows & {
  readonly around: readonly Row[];
  /** Whether all rows are there, as far as the table itself tells. */
  readonly isWhole: boolean;
  readonly defaults: HeadDefaults;
};

/** Reads a table in the layout of Phụ lục 2, printed or written out; null when it is another layout. */
export function readPhuLuc2(
  table: Table,
  context: ReadingContext,
  complain: Complain,
): Reading | null {
  const body = writtenOut(table, complain) ?? printed(table, complain);
  if (body === null) return null;
  if (body.rows.length === 0) complain(problemAt('noRows', { table: table.name }));
  else if (!body.isWhole) complain(problemAt('totalMissing', { table: table.name }));
  const figures = figuresOf(body, context, complain);
  const heading = readHeading(body.around);
  const head = settleHead(table, { context, heading, defaults: body.defaults }, complain);
  return head === null ? null : { ...head, figures, statements: [] };
}

function writtenOut(table: Table, complain: Complain): Body | null {
  const [header] = table.rows;
  const titles = (header?.cells ?? []).map((cell) => fold(textOf(cell)));
  if (header === undefined || !titles.includes('code path')) return null;
  const at = { titles, table: table.name, row: header.number };
  const columns = findColumns(at, WRITTEN_OUT, complain);
  const filled = table.rows.slice(1).filter((row) => !isBlank(row));
  const isWhole = ({ cells }: Row): boolean => cells.length === titles.length;
  for (const row of filled.filter((each) => !isWhole(each))) {
    const detail = `${String(row.cells.length)} / ${String(titles.length)}`;
    complain(problemAt('wrongCellCount', { table: table.name, row: row.number }, detail));
  }
  const pathColumn = columns.get('path')?.index ?? 0;
  const placed = filled
    .filter(isWhole)
    .map((row) => ({ row, path: textOf(row.cells[pathColumn]) }));
  return {
    table,
    columns,
    rows: placed,
    around: [],
    isWhole: hasTotal(placed),
    defaults: DEFAULTS,
  };
}

function printed(table: Table, complain: Complain): Body | null {
  const header = findHeader(table, 'co quan');
  if (header === null) return null;
  const row = table.rows[header.first]?.number ?? 1;
  const columns = findColumns({ ...header, table: table.name, row }, PRINTED, complain);
  const around = [...table.rows.slice(0, header.first), ...table.rows.slice(header.end)];
  const read = dataRows(table, header);
  const extract = extractIn(around);
  if (extract !== null) {
    const rows = read.map((each) => ({ row: each, path: textOf(each.cells[0]) }));
    const isWhole = extract.rows === rows.length;
    return { table, columns, rows, around, isWhole, defaults: ofExtract(rows) };
  }
  const pathOf = pathReader();
  const rows = read.map((each) =>
    isTotalRow(each)
      ? { row: shiftedRight(each, header.titles.length), path: 'TOTAL' }
      : { row: each, path: pathOf(each) },
  );
  return { table, columns, rows, around, isWhole: hasTotal(rows), defaults: DEFAULTS };
}

/** The total comes last: without it the file was cut off, maybe between two lines. */
function hasTotal(rows: PlacedRows['rows']): boolean {
  return rows.some(({ path }) => path === 'TOTAL');
}

/** A part of the table whose rows bear their full place; instead of the total it says how many rows it has. */
function extractIn(around: readonly Row[]): { readonly rows: number | null } | null {
  const lines = around.map(({ cells }) => bare(textOf(cells[0])));
  if (!lines.some((line) => line.startsWith('trich phu luc 2'))) return null;
  const said = lines.map((line) => EXTRACT_ROWS.exec(line)?.[1]).find((rows) => rows !== undefined);
  return { rows: said === undefined ? null : Number(said.replace('.', '')) };
}

/** An extract must not pass for a new version of the whole table. */
function ofExtract([first]: PlacedRows['rows']): HeadDefaults {
  return { ...DEFAULTS, place: `Phụ lục 2 (trích ${first?.path ?? ''})` };
}
