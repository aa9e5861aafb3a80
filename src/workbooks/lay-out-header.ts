import type { FileSheet, HeaderCell } from '../replies/file-request.ts';

/** A header with every cell in its place. */
export type LaidOutHeader = {
  /** The text of each place; merged cells have theirs in the first. */
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly Merge[];
};

/** Places that are one cell: the first of them, and how many there are. */
type Merge = {
  readonly row: number;
  readonly column: number;
  readonly across: number;
  readonly down: number;
};

/** Places the cells of a header as a browser places those of a table: from the left, where nothing stands yet. */
export function laidOutHeader({
  header,
  columns,
}: Pick<FileSheet, 'header' | 'columns'>): LaidOutHeader {
  const given: readonly (readonly HeaderCell[])[] = header ?? [
    columns.map((column) => ({ text: column.header })),
  ];
  const texts = given.map(() => columns.map((): string | null => null));
  const merges: Merge[] = [];
  given.forEach((cells, row) => {
    for (const cell of cells) {
      const merge = { row, column: freeColumn(texts[row], cell), ...spans(cell) };
      fill(texts, merge, cell.text);
      if (merge.across > 1 || merge.down > 1) merges.push(merge);
    }
  });
  return { rows: texts.map((line) => line.map((text) => text ?? '')), merges };
}

function spans({ across = 1, down = 1 }: HeaderCell) {
  return { across, down };
}

function freeColumn(line: readonly (string | null)[] | undefined, { text }: HeaderCell): number {
  const column = line?.indexOf(null) ?? -1;
  if (column === -1) throw new Error(`no place for ${text}`);
  return column;
}

function fill(
  texts: (string | null)[][],
  { row, column, across, down }: Merge,
  text: string,
): void {
  for (const line of texts.slice(row, row + down)) line.fill('', column, column + across);
  texts[row]?.splice(column, 1, text);
}
