import { type Problem, SourceUnreadable } from '../errors.ts';
import { placeText } from '../snapshots/intake-problem.ts';
import type { IntakeProblem } from '../snapshots/intake-problem.ts';

/** What stands in a cell, as it is seen: percent-formatted numbers arrive as text ("0.49%"); null = empty. */
export type Cell = string | number | null;

/** One line; `number` is the one a spreadsheet or editor shows, counted from 1. */
export type Row = { readonly number: number; readonly cells: readonly Cell[] };

/** One sheet or one CSV file, whatever it was saved as. */
export type Table = {
  /** File, and the sheet if there are several: "a.xlsx" or "a.xlsx!Sheet2". */
  readonly name: string;
  readonly rows: readonly Row[];
};

/** Far above any table of figures (185 rows), far below what would hold up the process. */
export const MAX_ROWS = 20_000;

/** Far more than the forms have, which have thirteen; what stands to the right of them is no part of a table. */
export const MOST_COLUMNS = 256;

/** Takes note of something wrong and goes on, so that a file's faults are all reported at once. */
export type Complain = (problem: Problem) => void;

/** A problem at a cell, a row (no column) or the whole of a table (no row). */
export function problemAt(
  code: IntakeProblem,
  at: { readonly table: string; readonly row?: number; readonly column?: string },
  detail = '',
): Problem {
  const place = placeText({ file: at.table, row: at.row ?? null, column: at.column ?? null });
  return { code, place, detail };
}

/** A file that is not read on, for one problem: the place as `problemAt` takes it. */
export function refusal(
  code: IntakeProblem,
  at: { readonly table: string; readonly row?: number; readonly column?: string },
  detail = '',
): SourceUnreadable {
  return new SourceUnreadable(at.table, [problemAt(code, at, detail)]);
}

/** The letter of a column in a spreadsheet: 0 → A, 26 → AA. */
export function columnLetter(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** The text of a cell, trimmed, runs of blanks as one; empty for an empty cell. */
export function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).replace(/\s+/gu, ' ').trim();
}

/** Whether nothing stands in the row. */
export function isBlank(row: Row): boolean {
  return row.cells.every((cell) => textOf(cell) === '');
}
