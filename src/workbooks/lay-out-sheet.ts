import type { Cell, CellStyle, CellValue, WriteOptions, WriteSheet } from 'hucre/xlsx';

import type { FileCell, FileSheet } from '../replies/file-request.ts';
import { laidOutHeader, type LaidOutHeader } from './lay-out-header.ts';

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
const RATE_FORMAT = '0.00%';

/** One sheet with its title merged over the table, a framed table whose header stays in sight, and the notes below. */
export function laidOut(sheet: FileSheet): WriteSheet {
  const { title, columns, rows, notes } = sheet;
  const header = laidOutHeader(sheet);
  const first = firstHeaderRow(sheet);
  const body = first + header.rows.length;
  const notesRow = body + rows.length + 1;
  return {
    name: sheet.name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [
      ...above(title),
      ...header.rows.map((line) => line.map((text) => (text === '' ? null : text))),
      ...rows.map((row) => row.map(valueOf)),
      ...below(notes),
    ],
    cells: styles(sheet, { header: first, body, notes: notesRow }),
    merges: [
      ...totalLabels(sheet).map((nth) => spanOf(body + nth, 2)),
      ...header.merges.map(({ row, column, across, down }) => ({
        startRow: first + row,
        endRow: first + row + down - 1,
        startCol: column,
        endCol: column + across - 1,
      })),
      ...(columns.length < 2
        ? []
        : [...title.map((_, at) => at), ...notes.map((_, at) => notesRow + at)].map((row) =>
            spanOf(row, columns.length),
          )),
    ],
    rowDefs: new Map([
      ...header.rows.map(
        (line, at) =>
          [first + at, { height: headerHeight(line, { at, header, columns }) }] as const,
      ),
      ...rows.map((row, at) => [body + at, { height: heightOf(row, columns) }] as const),
      ...notes.map((note, at) => [notesRow + at, { height: noteHeight(note, columns) }] as const),
    ]),
    freezePane: { rows: body },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  };
}

/** The rows where the parts of a sheet begin. */
type Beginnings = { readonly header: number; readonly body: number; readonly notes: number };

function styles(sheet: FileSheet, at: Beginnings): NonNullable<WriteSheet['cells']> {
  const { title, columns, rows, notes } = sheet;
  const cells = new Map<string, Partial<Cell>>();
  const style = (row: number, column: number, how: CellStyle) =>
    void cells.set(`${String(row)},${String(column)}`, { style: how });
  title.forEach((_, row) => style(row, 0, TITLE));
  for (let row = at.header; row < at.body; row += 1) {
    columns.forEach((_, column) => style(row, column, HEADER));
  }
  const totals = new Set(sheet.totals);
  rows.forEach((row, nth) =>
    columns.forEach(({ align }, column) =>
      style(at.body + nth, column, bodyStyle(align, row[column] ?? null, totals.has(nth))),
    ),
  );
  notes.forEach((_, nth) => style(at.notes + nth, 0, NOTE));
  return cells;
}

/** Totals whose label stands in the first of two columns and means both. */
function totalLabels({ totals = [], rows }: FileSheet): readonly number[] {
  return totals.filter((nth) => typeof rows[nth]?.[0] === 'string' && rows[nth]?.[1] === null);
}

function spanOf(row: number, width: number) {
  return { startRow: row, endRow: row, startCol: 0, endCol: width - 1 };
}

/** Counted from 0. */
function firstHeaderRow({ title }: FileSheet): number {
  return title.length === 0 ? 0 : title.length + 1;
}

/**
 * Has the header printed on every page. The writer's own setting leaves names of sheets without quotes, which Excel takes
 * for a broken file as soon as there is a space or a Vietnamese letter in them.
 */
export function printedHeader(sheet: FileSheet): NonNullable<WriteOptions['namedRanges']>[number] {
  const first = firstHeaderRow(sheet);
  const rows = `$${String(first + 1)}:$${String(first + laidOutHeader(sheet).rows.length)}`;
  const name = sheet.name.replaceAll("'", "''");
  return { name: '_xlnm.Print_Titles', range: `'${name}'!${rows}`, scope: sheet.name };
}

function above(title: FileSheet['title']): CellValue[][] {
  return title.length === 0 ? [] : [...title.map((line) => [line]), []];
}

function below(notes: FileSheet['notes']): CellValue[][] {
  return notes.length === 0 ? [] : [[], ...notes.map((line) => [line])];
}

function valueOf(cell: FileCell): CellValue {
  return cell !== null && typeof cell === 'object' ? cell.percent / 10_000 : cell;
}

function bodyStyle(align: Column['align'], cell: FileCell, isTotal: boolean): CellStyle {
  const alignment = { horizontal: align, vertical: 'top', wrapText: true } as const;
  return {
    font: isTotal ? { ...FONT, bold: true } : FONT,
    border: FRAME,
    alignment,
    ...formatOf(cell),
  };
}

function formatOf(cell: FileCell): Pick<CellStyle, 'numFmt'> {
  if (typeof cell === 'number') return { numFmt: COUNT_FORMAT };
  return cell !== null && typeof cell === 'object' ? { numFmt: RATE_FORMAT } : {};
}

type Column = FileSheet['columns'][number];

function heightOf(row: FileSheet['rows'][number], columns: readonly Column[]): number {
  const lines = columns.map(({ width }, at) => {
    const cell = row[at] ?? null;
    const beside = at === 0 && row[1] === null ? (columns[1]?.width ?? 0) : 0;
    return typeof cell === 'string' ? linesOf(cell, width + beside) : 1;
  });
  return Math.max(1, ...lines) * LINE_HEIGHT;
}

type HeaderPlace = {
  readonly at: number;
  readonly header: LaidOutHeader;
  readonly columns: readonly Column[];
};

/** As high as its fullest title that stands in this row alone; those of several rows have room enough. */
function headerHeight(line: readonly string[], { at, header, columns }: HeaderPlace): number {
  const lines = line.map((text, column) => {
    const merge = header.merges.find((each) => each.row === at && each.column === column);
    if ((merge?.down ?? 1) > 1) return 1;
    const spanned = columns.slice(column, column + (merge?.across ?? 1));
    return linesOf(text, widthOf(spanned));
  });
  return Math.max(1, ...lines) * LINE_HEIGHT;
}

function noteHeight(note: string, columns: readonly Column[]): number {
  return linesOf(note, widthOf(columns)) * LINE_HEIGHT;
}

function widthOf(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

/** Lines that text takes when it is wrapped between words; a word wider than the column is broken. */
function linesOf(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of text.split(' ')) {
    if (used > 0 && used + 1 + length > width) {
      lines += 1;
      used = 0;
    }
    used += length + (used > 0 ? 1 : 0);
    if (used > width) {
      lines += Math.ceil(used / width) - 1;
      used %= width;
    }
  }
  return lines;
}
