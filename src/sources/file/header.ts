import { fold } from '../../vietnamese/fold.ts';
import { textOf } from '../table.ts';
import type { Cell, Row, Table } from '../table.ts';

/** No known layout has fewer; so many counts in a row that go 1, 2, 3 … are no counts. */
const FEWEST_COLUMNS = 10;

/** The header of a printed table: where the rows under it begin, and what each column is called. */
export type Header = {
  readonly first: number;
  readonly end: number;
  /**
   * Folded titles from the group down, joined by " / ": "ho so da giai quyet xong / tong". Titles that span
   * several columns or rows count for all of them.
   */
  readonly titles: readonly string[];
};

/**
 * Finds the header whose first column is "STT" and whose second begins with `second` (folded). Merged cells keep
 * their text in the first cell only, in files as in text copied from them, so titles are filled to the right.
 */
export function findHeader(table: Table, second: string): Header | null {
  const first = table.rows.findIndex((row) => isHeaderStart(row) && startsWith(row, second));
  if (first === -1) return null;
  const end = headerEnd(table.rows, first);
  const lines = table.rows
    .slice(first, end)
    .map((row) => row.cells.map((cell) => fold(textOf(cell))));
  return { first, end, titles: titlesOf(lines) };
}

/**
 * The rows under the header that carry data. Left out: headers repeated on each page, column numbers, blanks and
 * remarks, and whatever follows the total row without a number (signatures).
 */
export function dataRows(table: Table, header: Header): readonly Row[] {
  const rows = filledRows(table, header);
  const total = rows.findIndex(isTotalRow);
  if (total === -1) return rows;
  const below = rows
    .slice(total + 1)
    .filter((row) => row.cells.some((cell) => isNumber(textOf(cell))));
  return [...rows.slice(0, total + 1), ...below];
}

/** Whether the row sums up all others: its mark or its name says so. */
export function isTotalRow(row: Row): boolean {
  return row.cells.slice(0, 2).some(isTotalLabel);
}

/** "TỔNG", "TỔNG CỘNG", "Tổng số". */
export function isTotalLabel(cell: Cell | undefined): boolean {
  return /^tong( cong| so)?$/u.test(fold(textOf(cell)));
}

function filledRows(table: Table, header: Header): readonly Row[] {
  const rows: Row[] = [];
  for (let index = header.end; index < table.rows.length; index += 1) {
    const row = table.rows[index];
    if (row === undefined || isColumnNumbers(row)) continue;
    const above = rows.at(-1);
    if (isHeaderStart(row)) index = headerEnd(table.rows, index) - 1;
    else if (filledCells(row) > 1) rows.push(row);
    else if (above !== undefined && isContinuation(row)) rows[rows.length - 1] = joined(above, row);
  }
  return rows;
}

function filledCells(row: Row): number {
  return row.cells.filter((cell) => textOf(cell) !== '').length;
}

/** The rest of a name that did not fit into its row, maybe behind a page break; headings begin with a capital. */
function isContinuation(row: Row): boolean {
  return filledCells(row) === 1 && /^\p{Ll}/u.test(textOf(row.cells[1]));
}

function joined(above: Row, below: Row): Row {
  const [mark = null, name = null, ...numbers] = above.cells;
  return { ...above, cells: [mark, `${textOf(name)} ${textOf(below.cells[1])}`, ...numbers] };
}

function isHeaderStart(row: Row): boolean {
  return fold(textOf(row.cells[0])) === 'stt';
}

function startsWith(row: Row, second: string): boolean {
  return fold(textOf(row.cells[1])).startsWith(second);
}

/** Official ones have three; a table of words alone would be header to its end. */
const MOST_HEADER_ROWS = 12;

/** The lines below the first that still belong to the header: nothing in the first column and no number anywhere. */
function headerEnd(rows: readonly Row[], first: number): number {
  const near = rows.slice(first + 1, first + MOST_HEADER_ROWS);
  const below = near.findIndex((row) => {
    const texts = row.cells.map((cell) => textOf(cell));
    const isHeader = texts.some((text) => /\p{L}/u.test(text)) && !texts.some(isNumber);
    return (texts[0] ?? '') !== '' || !isHeader;
  });
  return first + 1 + (below === -1 ? near.length : below);
}

function isNumber(text: string): boolean {
  return /^[\d.,]+%?$/u.test(text);
}

/** The line that numbers the columns: "(1) | (2) | (3)=(4)+(5)+(6)", with all slips of typists and scanners, or "1 | 2 | 3". */
function isColumnNumbers(row: Row): boolean {
  const texts = row.cells.map((cell) => textOf(cell)).filter((text) => text !== '');
  if (texts.length < 2) return false;
  if (texts.every((text) => /^[([][\dlIoO]+[)\]]?[\dlIoO\s()[\]+=–/:÷-]*$/u.test(text)))
    return true;
  return texts.length >= FEWEST_COLUMNS && texts.every((text, at) => text === String(at + 1));
}

function titlesOf(lines: readonly (readonly string[])[]): readonly string[] {
  const width = Math.max(...lines.map((line) => line.length));
  const titles: string[] = [];
  let above: readonly string[] = Array.from({ length: width }, () => '');
  lines.forEach((line, depth) => {
    const deeper = lines.slice(depth + 1);
    const filled = fillRight(line, above, (column) =>
      deeper.some((below) => (below[column] ?? '') !== ''),
    );
    filled.forEach((title, column) => {
      const path = titles[column] ?? '';
      const repeated = title === '' || title === (path.split(' / ').at(-1) ?? '');
      if (!repeated) titles[column] = path === '' ? title : `${path} / ${title}`;
      else titles[column] = path;
    });
    above = titles.slice();
  });
  return titles;
}

/** Gives an empty title the one to its left, if it has titles below it and both stand under the same group. */
function fillRight(
  line: readonly string[],
  above: readonly string[],
  hasBelow: (column: number) => boolean,
): readonly string[] {
  const filled: string[] = [];
  above.forEach((group, column) => {
    const own = line[column] ?? '';
    const sameGroup = column > 0 && group === above[column - 1];
    filled.push(own === '' && sameGroup && hasBelow(column) ? (filled[column - 1] ?? '') : own);
  });
  return filled;
}

/**
 * A total row whose label took the place of two cells ("TỔNG CỘNG" over STT and name, not merged): its numbers
 * stand one column too far left. Gives the row with the numbers under their titles.
 */
export function shiftedRight(row: Row, width: number): Row {
  const [label = null, second = null, ...others] = row.cells;
  const isShifted = isNumber(textOf(second)) && textOf(others[width - 2]) === '';
  return isShifted ? { number: row.number, cells: [label, null, second, ...others] } : row;
}
