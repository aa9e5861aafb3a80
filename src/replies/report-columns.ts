import type { FileSheet, HeaderCell } from './file-request.ts';

/** The columns of an official form, which has a header of its own: what is counted stands to the right of what it is of. */
export function reportColumns(widths: readonly number[]): FileSheet['columns'] {
  const aligns = ['center', 'left'] as const;
  return widths.map((width, at) => ({ header: '', width, align: aligns[at] ?? 'right' }));
}

/** Cells of a header, each over one column. */
export function headerCells(texts: readonly string[]): readonly HeaderCell[] {
  return texts.map((text) => ({ text }));
}
