import type { AgencyId } from '../agencies/agency.ts';
import { Counts } from '../figures/counts.ts';
import type { Figure } from '../snapshots/snapshot.ts';
import { countIn, orNull, textIn } from './cells.ts';

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

/** The figure in a raw row of `FIGURE_COLUMNS`, of an agency already known. Throws `ZodError`. */
export function figureFrom(row: readonly unknown[], agency: AgencyId): Figure {
  return {
    agency,
    field: textIn(row[2]) || null,
    printedOverdue: orNull(row[3], countIn),
    counts: {
      received: orNull(row[4], countIn),
      receivedOnline: orNull(row[5], countIn),
      receivedDirectOrPostal: orNull(row[6], countIn),
      carriedOver: orNull(row[7], countIn),
      resolved: orNull(row[8], countIn),
      resolvedEarly: orNull(row[9], countIn),
      resolvedOnTime: orNull(row[10], countIn),
      resolvedOverdue: orNull(row[11], countIn),
      pending: orNull(row[12], countIn),
      pendingWithin: orNull(row[13], countIn),
      pendingOverdue: orNull(row[14], countIn),
    },
  };
}
