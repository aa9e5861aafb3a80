import type { ColumnNames } from './column-names.ts';
import { personalTitles, titleKey } from './column-titles.ts';
import { LIST_COLUMNS, type ListColumn } from './list-columns.ts';
import { remembering } from './remembering.ts';

/** The titles a column may be known by, the most telling first; none for a column of the applicant's. */
export type Titles = readonly string[];

/** Which column stands where, and those that stand in two places. */
export type FoundColumns = {
  readonly places: ReadonlyMap<ListColumn, number>;
  readonly doubled: readonly ListColumn[];
};

/** Finds the columns of a list by their titles; the first name of a column that the list knows decides. */
export type ColumnFinder = (titles: readonly Titles[]) => FoundColumns;

/** Prepares the names once; finding is asked for every line in which a header could begin. */
export function columnFinder(names: ColumnNames): ColumnFinder {
  // The same lines are tried alone and together with those below them.
  const isPersonal = remembering(personalTitles(names.personal));
  const keyOf = remembering(titleKey);
  const keys = LIST_COLUMNS.map((column) => ({
    column,
    keys: [...new Set(names.columns[column].map(titleKey))],
  }));
  const all = new Set(keys.flatMap(({ keys: wanted }) => wanted));
  const knownOf = (titles: Titles): readonly string[] => {
    const own = titles.map(keyOf);
    return own.some((key) => all.has(key)) && !titles.some(isPersonal) ? own : [];
  };
  return (titles) => {
    const known = titles.map(knownOf);
    const places = new Map<ListColumn, number>();
    const doubled: ListColumn[] = [];
    for (const { column, keys: wanted } of keys) {
      const found = firstKnown(wanted, known);
      if (found[0] !== undefined) places.set(column, found[0]);
      if (found.length > 1) doubled.push(column);
    }
    return { places, doubled };
  };
}

function firstKnown(
  wanted: readonly string[],
  known: readonly (readonly string[])[],
): readonly number[] {
  for (const key of wanted) {
    const found = known.flatMap((keys, index) => (keys.includes(key) ? [index] : []));
    if (found.length > 0) return found;
  }
  return [];
}
