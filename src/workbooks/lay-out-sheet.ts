import type { Cell, CellStyle, CellValue, WriteOptions, WriteSheet } from 'hucre/xlsx';

import type { FileSheet } from '../replies/file-request.ts';

/** What official documents are set in (Nghị định 30/2020/NĐ-CP, phụ lục I). */
export const FONT = { name: 'Times New Roman', size: 12 } as const;

/** Points a line of this font takes; a row is as high as its fullest cell, which programs do not work out themselves. */
const LINE_HEIGHT = 16;

const LINE = { style: 'thin' } as const;
const FRAME = { top: LINE, right: LINE, bottom: LINE, left: LINE } as const;
/** Light enough to print and to be read on paper. */
const HEADER_FILL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7EDF3' } } as const;

const TITLE: CellStyle = {
  font: { ...FONT, bold: true },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
const HEADER: CellStyle = { ...TITLE, fill: HEADER_FILL, border: FRAME };
const NOTE: CellStyle = {
  font: { ...FONT, italic: true },
  alignment: { vertical: 'top', wrapText: true },
};

/** Thousands as Vietnamese offices write them, whatever the language of the program that opens the file. */
const COUNT_FORMAT = '#,##0';

/** One sheet with its title merged over the table, a framed table whose header stays in sight, and the notes below. */
export function laidOut(sheet: FileSheet): WriteSheet {
  const { title, columns, rows, notes } = sheet;
  const headerRow = headerRowOf(sheet);
  const notesRow = headerRow + rows.length + 2;
  const cells = new Map<string, Partial<Cell>>();
  const style = (row: number, column: number, how: CellStyle) =>
    void cells.set(`${String(row)},${String(column)}`, { style: how });
  title.forEach((_, at) => style(at, 0, TITLE));
  columns.forEach((_, column) => style(headerRow, column, HEADER));
  rows.forEach((row, at) =>
    columns.forEach(({ align }, column) =>
      style(headerRow + 1 + at, column, bodyStyle(align, row[column] ?? null)),
    ),
  );
  notes.forEach((_, at) => style(notesRow + at, 0, NOTE));
  const across = (row: number) => ({
    startRow: row,
    endRow: row,
    startCol: 0,
    endCol: columns.length - 1,
  });
  return {
    name: sheet.name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [...above(title), columns.map(({ header }) => header), ...copied(rows), ...below(notes)],
    cells,
    merges:
      columns.length < 2
        ? []
        : [...title.map((_, at) => across(at)), ...notes.map((_, at) => across(notesRow + at))],
    rowDefs: new Map(
      rows.map((row, at) => [headerRow + 1 + at, { height: heightOf(row, columns) }]),
    ),
    freezePane: { rows: headerRow + 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  };
}

/** Counted from 0. */
function headerRowOf({ title }: FileSheet): number {
  return title.length === 0 ? 0 : title.length + 1;
}

/**
 * Has the header printed on every page. The writer's own setting leaves names of sheets without quotes, which Excel takes
 * for a broken file as soon as there is a space or a Vietnamese letter in them.
 */
export function printedHeader(sheet: FileSheet): NonNullable<WriteOptions['namedRanges']>[number] {
  const row = String(headerRowOf(sheet) + 1);
  const name = sheet.name.replaceAll("'", "''");
  return { name: '_xlnm.Print_Titles', range: `'${name}'!$${row}:$${row}`, scope: sheet.name };
}

function above(title: FileSheet['title']): CellValue[][] {
  return title.length === 0 ? [] : [...title.map((line) => [line]), []];
}

function below(notes: FileSheet['notes']): CellValue[][] {
  return notes.length === 0 ? [] : [[], ...notes.map((line) => [line])];
}

function copied(rows: FileSheet['rows']): CellValue[][] {
  return rows.map((row) => [...row]);
}

function bodyStyle(align: FileSheet['columns'][number]['align'], value: CellValue): CellStyle {
  const alignment = { horizontal: align, vertical: 'top', wrapText: true } as const;
  return {
    font: FONT,
    border: FRAME,
    alignment,
    ...(typeof value === 'number' ? { numFmt: COUNT_FORMAT } : {}),
  };
}

function heightOf(row: FileSheet['rows'][number], columns: FileSheet['columns']): number {
  const lines = columns.map(({ width }, at) => linesOf(String(row[at] ?? ''), width));
  return Math.max(1, ...lines) * LINE_HEIGHT;
}

/** Lines that text takes when it is wrapped between words. */
function linesOf(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of text.split(' ')) {
    if (used > 0 && used + 1 + length > width) {
      lines += 1;
      used = 0;
    }
    used += length + (used > 0 ? 1 : 0);
  }
  return lines;
}
