import * as z from 'zod';

import type { AgencyId } from '../agencies/agency.ts';
import { Counts } from '../figures/counts.ts';
import type { Figure } from '../snapshots/snapshot.ts';

/** All counts, in the order in which they stand in a row; `figureFrom` relies on it. */
const COUNT_NAMES = Counts.keyof().options;

/** A count's column is its name in snake case. */
const COUNT_COLUMNS = COUNT_NAMES.map((name) =>
  name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`),
);

/** What `figureFrom` needs of a figure `f`: select exactly this. */
export const FIGURE_COLUMNS = ['snapshot', 'agency', 'field', 'printed_overdue', ...COUNT_COLUMNS]
  .map((column) => `f.${column}`)
  .join(', ');

/** Stores one figure, with the values of `figureValues`. */
export const INSERT_FIGURE = `insert into figures
  (snapshot, agency, field, printed_overdue, ${COUNT_COLUMNS.join(', ')})
  values (?, ?, ?, ?, ${COUNT_COLUMNS.map(() => '?').join(', ')})`;

/** The values of one row in the order of `INSERT_FIGURE`. Throws `RangeError` for a field without a name. */
export function figureValues(
  snapshot: number,
  figure: Figure,
): readonly (string | number | null)[] {
  const { agency, field, printedOverdue, counts } = figure;
  // '' stands for "all fields" in the table: a nameless field would silently become that.
  if (field === '') throw new RangeError(`${agency}: a field needs a name`);
  return [
    snapshot,
    agency,
    field ?? '',
    printedOverdue,
    ...COUNT_NAMES.map((name) => counts[name]),
  ];
}

const Field = z.string();
const Count = z.int().nonnegative().nullable();

/** Checked by hand like the counts, as this runs for every figure; zod words what is wrong. */
function fieldIn(value: unknown): string | null {
  return (typeof value === 'string' ? value : Field.parse(value)) || null;
}

/** The figure in a raw row of `FIGURE_COLUMNS`, of an agency already known. Throws `ZodError`. */
export function figureFrom(row: readonly unknown[], agency: AgencyId): Figure {
  return {
    agency,
    field: fieldIn(row[2]),
    printedOverdue: countIn(row[3]),
    counts: {
      received: countIn(row[4]),
      receivedOnline: countIn(row[5]),
      receivedDirectOrPostal: countIn(row[6]),
      carriedOver: countIn(row[7]),
      resolved: countIn(row[8]),
      resolvedEarly: countIn(row[9]),
      resolvedOnTime: countIn(row[10]),
      resolvedOverdue: countIn(row[11]),
      pending: countIn(row[12]),
      pendingWithin: countIn(row[13]),
      pendingOverdue: countIn(row[14]),
    },
  };
}

/**
 * `Count`, asked by hand first: a ranking reads 2,400 of these, and the schema alone would take as long as
 * SQLite does. What does not pass goes to the schema, which says what is wrong with it.
 */
function countIn(cell: unknown): number | null {
  if (cell === null) return null;
  if (typeof cell === 'number' && Number.isSafeInteger(cell) && cell >= 0) return cell;
  return Count.parse(cell);
}
