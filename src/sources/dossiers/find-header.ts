import { textOf } from '../table.ts';
import type { ColumnFinder, FoundColumns, Titles } from './find-columns.ts';
import type { ListCell } from './list-columns.ts';

/** One line of a table, as its file has it. */
export type ListLine = { readonly number: number; readonly cells: readonly ListCell[] };

/** The header of a list: the lines it takes, and what stands where under it. */
export type ListHeader = FoundColumns & {
  /** Index of its first line, and of the first line under it, among the lines looked at. */
  readonly first: number;
  readonly end: number;
  /** How many columns it has. */
  readonly width: number;
};

/** Titles in merged cells take at most so many lines. */
const MOST_LINES = 3;
/** Whatever is longer is no title, and is not even looked at. */
const LONGEST_TITLE = 200;
/** Fewer known titles are a coincidence: a table of figures has fields and agencies too. */
const FEWEST_COLUMNS = 3;

/**
 * The header among the first lines of a table, wherever it begins: the lines whose titles are known best, the fewest
 * that are enough. Null when it is not a list of dossiers.
 */
export function findHeader(
  lines: readonly ListLine[],
  findColumns: ColumnFinder,
): ListHeader | null {
  let best: ListHeader | null = null;
  for (let first = 0; first < lines.length; first += 1) {
    for (let depth = 1; depth <= MOST_LINES && first + depth <= lines.length; depth += 1) {
      const titles = titlesOf(lines.slice(first, first + depth));
      const found = findColumns(titles);
      if (found.places.size > (best?.places.size ?? FEWEST_COLUMNS - 1)) {
        best = { ...found, first, end: first + depth, width: titles.length };
      }
    }
  }
  return best;
}

/**
 * The titles of each column: its own, then its own under those above it. Merged cells keep their text in the first
 * cell only, so a title above others counts for the columns to its right that have none.
 */
function titlesOf(lines: readonly ListLine[]): readonly Titles[] {
  const width = Math.max(...lines.map(({ cells }) => lastFilled(cells) + 1));
  let columns: readonly (readonly string[])[] = Array.from({ length: width }, () => []);
  lines.forEach(({ cells }, depth) => {
    const below = lines.slice(depth + 1);
    let left = '';
    columns = columns.map((above, index) => {
      const own = titleOf(cells[index]);
      const hasBelow = below.some((line) => titleOf(line.cells[index]) !== '');
      left = own !== '' || !hasBelow ? own : left;
      return left === '' ? above : [...above, left];
    });
  });
  return columns.map(titlesFor);
}

/** "Thời gian" above "Ngày hẹn trả": the lowest alone, and both together ("Tiếp nhận" above "Ngày"). */
function titlesFor(path: readonly string[]): Titles {
  const lowest = path.at(-1);
  if (lowest === undefined) return [];
  return path.length === 1 ? [lowest] : [lowest, path.toReversed().join(' '), path.join(' ')];
}

function lastFilled(cells: readonly ListCell[]): number {
  return cells.findLastIndex((cell) => titleOf(cell) !== '');
}

function titleOf(cell: ListCell | undefined): string {
  return typeof cell === 'string' && cell.length <= LONGEST_TITLE ? textOf(cell) : '';
}
