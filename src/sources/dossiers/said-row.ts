import type { IntakeProblem } from '../../snapshots/intake-problem.ts';
import { type Complain, problemAt } from '../table.ts';
import type { ColumnLabels, ListColumn, PickedCells } from './list-columns.ts';

/** The cells of one row that may be read, and how to name them. */
export type PickedRow = {
  readonly table: string;
  readonly number: number;
  readonly cells: PickedCells;
  readonly labels: ColumnLabels;
};

/** A row being read. `detail` never quotes a cell that could hold anything of a person. */
export type SaidRow = Pick<PickedRow, 'cells'> & {
  /** Tells that a cell is wrong, and goes on. */
  wrong(code: IntakeProblem, column: ListColumn, detail?: string): void;
  /** Whether nothing was wrong so far. */
  isGood(): boolean;
};

/** Begins reading a row. */
export function saidRow(row: PickedRow, complain: Complain): SaidRow {
  let good = true;
  return {
    cells: row.cells,
    isGood: () => good,
    wrong(code, column, detail = '') {
      good = false;
      const label = row.labels[column];
      const at = { table: row.table, row: row.number };
      complain(problemAt(code, label === undefined ? at : { ...at, column: label }, detail));
    },
  };
}
