import { standsFor } from './letters.ts';
import type { Letter } from './letters.ts';

/** `slipsBetween` counts up to here; anything above is `MOST_SLIPS` + 1. */
export const MOST_SLIPS = 2;
const TOO_MANY = MOST_SLIPS + 1;

/** The two texts and the table of their edit distance: cell (i, j) = slips between the first i and the first j letters. */
type Table = {
  readonly typed: readonly Letter[];
  readonly name: readonly Letter[];
  readonly cells: Uint8Array;
};

/**
 * How many slips of the keyboard lead from a name to what was typed: a letter too much, missing, wrong, or two
 * neighbours exchanged. Marks left out are no slip; a mark the name does not have makes the letter wrong.
 */
export function slipsBetween(typed: readonly Letter[], name: readonly Letter[]): number {
  if (Math.abs(typed.length - name.length) > MOST_SLIPS) return TOO_MANY;
  const table = emptyTable(typed, name);
  let before = 0;
  for (let row = 1; row <= typed.length; row += 1) {
    const least = fillRow(table, row);
    if (Math.min(least, before) > MOST_SLIPS) return TOO_MANY;
    before = least;
  }
  return Math.min(cell(table, typed.length, name.length), TOO_MANY);
}

/** Only cells near the diagonal can stay within the limit; all others count as too many from the start. */
function emptyTable(typed: readonly Letter[], name: readonly Letter[]): Table {
  const cells = new Uint8Array((typed.length + 1) * (name.length + 1)).fill(TOO_MANY);
  for (let slips = 0; slips <= MOST_SLIPS; slips += 1) {
    if (slips <= name.length) cells[slips] = slips;
    if (slips <= typed.length) cells[slips * (name.length + 1)] = slips;
  }
  return { typed, name, cells };
}

/** Fills the cells of a row that can stay within the limit; returns the least of them. */
function fillRow(table: Table, row: number): number {
  const { name, cells } = table;
  const last = Math.min(name.length, row + MOST_SLIPS);
  let least = row <= MOST_SLIPS ? row : TOO_MANY;
  for (let column = Math.max(1, row - MOST_SLIPS); column <= last; column += 1) {
    const plain = plainSlips(table, row, column);
    const slips = plain === 0 ? 0 : Math.min(plain, exchanged(table, row, column));
    cells[row * (name.length + 1) + column] = slips;
    least = Math.min(least, slips);
  }
  return least;
}

/** The last letter is surplus, missing, or stands for (or instead of) the last letter of the name. */
function plainSlips(table: Table, row: number, column: number): number {
  const wrong = isSame(table, row, column) ? 0 : 1;
  return Math.min(
    cell(table, row - 1, column) + 1,
    cell(table, row, column - 1) + 1,
    cell(table, row - 1, column - 1) + wrong,
    TOO_MANY,
  );
}

/** Two letters exchanged, also when a second slip put a letter between them or took one away. */
function exchanged(table: Table, row: number, column: number): number {
  const endsOnEarlier = isSame(table, row, column - 1);
  const beforeLast = isSame(table, row - 1, column);
  let least = TOO_MANY;
  if (endsOnEarlier && beforeLast) least = cell(table, row - 2, column - 2) + 1;
  if (endsOnEarlier && isSame(table, row - 2, column)) {
    least = Math.min(least, cell(table, row - 3, column - 2) + 2);
  }
  if (beforeLast && isSame(table, row, column - 2)) {
    least = Math.min(least, cell(table, row - 2, column - 3) + 2);
  }
  return least;
}

function cell({ name, cells }: Table, row: number, column: number): number {
  if (row < 0 || column < 0) return TOO_MANY;
  return cells[row * (name.length + 1) + column] ?? TOO_MANY;
}

function isSame({ typed, name }: Table, row: number, column: number): boolean {
  const letter = typed[row - 1];
  const named = name[column - 1];
  return letter !== undefined && named !== undefined && standsFor(letter, named);
}
