import { type Problem, SourceUnreadable } from '../../errors.ts';
import { columnLetter, type Complain, problemAt, textOf } from '../table.ts';
import type { ColumnFinder } from './find-columns.ts';
import { findHeader, type ListHeader, type ListLine } from './find-header.ts';
import {
  type ColumnLabels,
  LIST_COLUMNS,
  type ListCell,
  type ListColumn,
  type PickedCells,
  REQUIRED,
} from './list-columns.ts';
import type { PickedRow } from './said-row.ts';

/** What is done with what a table holds. */
export type TableEvents = {
  readonly onRow: (row: PickedRow) => void;
  readonly complain: Complain;
  /** It is a list of dossiers, whatever is wrong with its rows. */
  readonly onList?: () => void;
  /** Its file holds programs; told before any row. */
  readonly onMacros?: () => void;
};

export type TableOptions = {
  readonly table: string;
  readonly findColumns: ColumnFinder;
  /** The agency is given beside the list: it needs no column. */
  readonly agencyGiven: boolean;
  /** Every line has as many cells as the header: one that has not was cut off or has a stray delimiter. */
  readonly evenLines: boolean;
};

/** Reads a table line by line, as its file gives them. */
export type TableReader = {
  line(line: ListLine): void;
  /** To be called at the end of the table; tells whether it was a list of dossiers. */
  end(): boolean;
};

/** Titles and headings stand above; a header that begins lower is none. */
const LINES_LOOKED_AT = 40;
/** A row that says less than this is a heading between rows, a remark or a signature. */
const FEWEST_CELLS = 2;
const LONGEST_CODE = 100;
const TELLING: readonly ListColumn[] = ['code', 'agency', 'state', 'dueAt', 'receivedAt'];

/**
 * Finds the header of a table and picks the known columns of the rows under it. All other cells, applicants' among
 * them, are dropped here: nothing behind this ever sees them. Throws `SourceUnreadable`: missingColumn, duplicateColumn.
 */
export function tableReader(options: TableOptions, events: TableEvents): TableReader {
  let looked: ListLine[] | null = [];
  let found: FoundTable | null = null;

  const look = (): void => {
    const lines = looked ?? [];
    looked = null;
    const header = findHeader(lines, options.findColumns);
    if (header === null) return;
    events.onList?.();
    found = foundTable(header, lines, options);
    const row = lines[header.end - 1]?.number ?? 1;
    const problems = headerProblems(header, found, { ...options, row });
    if (problems.length > 0) throw new SourceUnreadable(options.table, problems);
    for (const line of lines.slice(header.end)) readLine(found, line, events);
  };
  return {
    line(line) {
      if (isBlank(line)) return;
      if (looked === null) {
        if (found !== null) readLine(found, line, events);
        return;
      }
      looked.push(line);
      if (looked.length >= LINES_LOOKED_AT) look();
    },
    end() {
      if (looked !== null) look();
      return found !== null;
    },
  };
}

type FoundTable = Pick<ListHeader, 'places' | 'width'> & {
  readonly table: string;
  readonly labels: ColumnLabels;
  readonly evenLines: boolean;
  /** The titles of the code's column: where one comes again, the header is printed again. */
  readonly codeTitles: ReadonlySet<string>;
};

function foundTable(
  { places: own, width, first, end }: ListHeader,
  lines: readonly ListLine[],
  { table, evenLines, agencyGiven }: TableOptions,
): FoundTable {
  const places = agencyGiven ? own : withHandlingUnitAsAgency(own);
  const labels = Object.fromEntries(
    Array.from(places, ([column, index]) => [column, columnLetter(index)]),
  );
  const code = places.get('code') ?? -1;
  const titles = lines.slice(first, end).map(({ cells }) => textIn(cells[code]));
  const codeTitles = new Set(titles.filter((title) => title !== ''));
  return { table, places, labels, width, evenLines, codeTitles };
}

function headerProblems(
  { doubled }: ListHeader,
  { table, places }: FoundTable,
  { row, agencyGiven }: { readonly row: number; readonly agencyGiven: boolean },
): readonly Problem[] {
  const missing = REQUIRED.filter(
    (column) => !places.has(column) && !(column === 'agency' && agencyGiven),
  );
  return [
    ...missing.map((column) => problemAt('missingColumn', { table, row }, column)),
    ...doubled.map((column) => problemAt('duplicateColumn', { table, row }, column)),
  ];
}

/** Where nobody is named as competent, the unit that handles a dossier may be an agency by itself. */
function withHandlingUnitAsAgency(
  places: ReadonlyMap<ListColumn, number>,
): ReadonlyMap<ListColumn, number> {
  const unit = places.get('handlingUnit');
  if (places.has('agency') || unit === undefined) return places;
  return new Map([...places, ['agency', unit]]);
}

function readLine(found: FoundTable, line: ListLine, { onRow, complain }: TableEvents): void {
  const { table, labels } = found;
  // Before anything else: what is left of a line cut off could pass for a remark.
  if (found.evenLines && isUneven(line.cells, found.width)) {
    const detail = `${String(line.cells.length)} / ${String(found.width)}`;
    complain(problemAt('wrongCellCount', { table, row: line.number }, detail));
    return;
  }
  const cells = pick(found.places, line.cells);
  if (!isNoRow(found, cells)) onRow({ table, number: line.number, cells, labels });
}

function pick(places: ReadonlyMap<ListColumn, number>, cells: readonly ListCell[]): PickedCells {
  const picked: PickedCells = {};
  for (const [column, index] of places) picked[column] = cells[index] ?? null;
  return picked;
}

/** Headings between rows, remarks, signatures, column numbers, and headers printed again on each page. */
function isNoRow({ codeTitles }: FoundTable, cells: PickedCells): boolean {
  if (isCode(cells.code)) return false;
  if (TELLING.filter((column) => isFilled(cells[column])).length < FEWEST_CELLS) return true;
  if (codeTitles.has(textIn(cells.code))) return true;
  return LIST_COLUMNS.every((column) => /^(?:\(?\d{1,2}\)?)?$/u.test(textIn(cells[column])));
}

/** A row with nothing but its code is a row all the same, and a bad one. */
function isCode(cell: ListCell | undefined): boolean {
  if (typeof cell !== 'string' || cell.length > LONGEST_CODE) return false;
  return /^[\p{L}\d._-]*\d{4,}$/u.test(cell);
}

/** Cells beyond the header may be there as long as they are empty. */
function isUneven(cells: readonly ListCell[], width: number): boolean {
  return cells.length < width || (cells.length > width && cells.slice(width).some(isFilled));
}

function isBlank({ cells }: ListLine): boolean {
  return !cells.some(isFilled);
}

function isFilled(cell: ListCell | undefined): boolean {
  return cell !== null && cell !== undefined && (typeof cell !== 'string' || /\S/u.test(cell));
}

function textIn(cell: ListCell | undefined): string {
  if (typeof cell === 'string' && cell.length > LONGEST_CODE) return '…';
  return cell === undefined || cell === null || cell instanceof Date ? '' : textOf(String(cell));
}
