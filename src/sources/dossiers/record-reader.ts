import { SourceUnreadable } from '../../errors.ts';
import { problemAt } from '../table.ts';
import type { ColumnFinder } from './find-columns.ts';
import { type ColumnLabels, type ListColumn, type PickedCells, REQUIRED } from './list-columns.ts';
import type { JsonRecord } from './read-json-list.ts';
import type { TableEvents } from './table-reader.ts';

/** Picks the known fields of JSON records, whose names may differ from one to the next. */
export type RecordReader = {
  record(record: JsonRecord): void;
  /** Whether any record so far was one of a list of dossiers. */
  isList(): boolean;
};

/** Fewer known names are a coincidence. */
const FEWEST_FIELDS = 3;

/**
 * Drops all fields of a record but the known ones: nothing behind this ever sees them. Throws `SourceUnreadable`
 * (missingColumn) when the first dossier lacks the name of a required field; later ones may leave out what is empty.
 */
export function recordReader(
  {
    origin,
    findColumns,
    agencyGiven,
  }: {
    readonly origin: string;
    readonly findColumns: ColumnFinder;
    readonly agencyGiven: boolean;
  },
  { onRow, onList }: Pick<TableEvents, 'onRow' | 'onList'>,
): RecordReader {
  const shapes = new Map<string, Shape>();
  let isList = false;

  const shapeOf = (names: readonly string[]): Shape => {
    const key = JSON.stringify(names);
    const known = shapes.get(key);
    if (known !== undefined) return known;
    const shape = shapeFor(names, findColumns, agencyGiven);
    if (shapes.size < 1_000) shapes.set(key, shape);
    return shape;
  };
  return {
    isList: () => isList,
    record({ table, number, fields }) {
      const shape = shapeOf([...fields.keys()]);
      if (!isList && shape.names.size < FEWEST_FIELDS) return;
      if (!isList) {
        onList?.();
        const missing = REQUIRED.filter(
          (column) => !shape.names.has(column) && !(column === 'agency' && agencyGiven),
        );
        if (missing.length > 0) {
          const at = { table, row: number };
          throw new SourceUnreadable(
            origin,
            missing.map((column) => problemAt('missingColumn', at, column)),
          );
        }
      }
      isList = true;
      const cells: PickedCells = {};
      for (const [column, name] of shape.names) cells[column] = fields.get(name) ?? null;
      onRow({ table, number, cells, labels: shape.labels });
    },
  };
}

type Shape = { readonly names: ReadonlyMap<ListColumn, string>; readonly labels: ColumnLabels };

function shapeFor(
  names: readonly string[],
  findColumns: ColumnFinder,
  agencyGiven: boolean,
): Shape {
  const { places } = findColumns(names.map((name) => [name]));
  const found = new Map<ListColumn, string>();
  for (const [column, index] of places) found.set(column, names[index] ?? '');
  const unit = found.get('handlingUnit');
  if (!agencyGiven && unit !== undefined && !found.has('agency')) found.set('agency', unit);
  return { names: found, labels: Object.fromEntries(found) };
}
