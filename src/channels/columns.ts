const SEGMENTS = new Intl.Segmenter();

/** How many columns a text takes in a fixed-width font: letters as people count them, NFC or NFD. */
export function widthOf(text: string): number {
  return [...SEGMENTS.segment(text)].length;
}

/** A table as lines for a fixed-width font: first column left-aligned, the others right-aligned, two spaces between. */
export function alignColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const all = [header, ...rows];
  const widths = Array.from({ length: Math.max(...all.map((row) => row.length)) }, (_, column) =>
    Math.max(...all.map((row) => widthOf(row[column] ?? ''))),
  );
  return all.map((row) =>
    widths
      .map((width, column) => padded(row[column] ?? '', column === 0 ? width : -width))
      .join('  ')
      .trimEnd(),
  );
}

/** Filled up to a width; a negative width puts the spaces in front. */
function padded(cell: string, width: number): string {
  const gap = ' '.repeat(Math.max(0, Math.abs(width) - widthOf(cell)));
  return width < 0 ? gap + cell : cell + gap;
}
