import { standsFor } from './letters.ts';
import type { Letter } from './letters.ts';

/** Above this `slipsBetween` only says "more". */
export const MOST_SLIPS = 2;

/**
 * How many slips of the keyboard lead from a name to what was typed: a letter too much, missing, wrong, or two
 * neighbours exchanged. Marks left out are no slip; a mark the name does not have makes the letter wrong.
 * Counts up to `MOST_SLIPS`; anything above is `MOST_SLIPS` + 1.
 */
export function slipsBetween(typed: readonly Letter[], name: readonly Letter[]): number {
  const tooMany = MOST_SLIPS + 1;
  if (Math.abs(typed.length - name.length) > MOST_SLIPS) return tooMany;
  const table = new SlipTable(typed, name);
  for (let row = 1; row <= typed.length; row += 1) {
    if (table.fill(row) > MOST_SLIPS) return tooMany;
  }
  return Math.min(table.at(typed.length, name.length), tooMany);
}

/** The table of the edit distance: cell (i, j) = slips between the first i typed letters and the first j of the name. */
class SlipTable {
  readonly #typed: readonly Letter[];
  readonly #name: readonly Letter[];
  readonly #cells: Uint8Array;

  constructor(typed: readonly Letter[], name: readonly Letter[]) {
    this.#typed = typed;
    this.#name = name;
    this.#cells = new Uint8Array((typed.length + 1) * (name.length + 1));
    for (let column = 0; column <= name.length; column += 1) this.#cells[column] = column;
  }

  at(row: number, column: number): number {
    if (row < 0 || column < 0) return MOST_SLIPS + 1;
    return this.#cells[row * (this.#name.length + 1) + column] ?? MOST_SLIPS + 1;
  }

  /** Fills a row and returns the least of it and the row before: no later row can be below. */
  fill(row: number): number {
    const start = row * (this.#name.length + 1);
    this.#cells[start] = row;
    let least = row;
    for (let column = 1; column <= this.#name.length; column += 1) {
      const slips = Math.min(this.#plain(row, column), this.#exchanged(row, column));
      this.#cells[start + column] = slips;
      least = Math.min(least, slips, this.at(row - 1, column));
    }
    return least;
  }

  #plain(row: number, column: number): number {
    const wrong = this.#same(row, column) ? 0 : 1;
    return Math.min(
      this.at(row - 1, column) + 1,
      this.at(row, column - 1) + 1,
      this.at(row - 1, column - 1) + wrong,
    );
  }

  /** Two letters exchanged, also when a second slip put a letter between them or took one away. */
  #exchanged(row: number, column: number): number {
    const endsOnEarlier = this.#same(row, column - 1);
    const beforeLast = this.#same(row - 1, column);
    let least = MOST_SLIPS + 1;
    if (endsOnEarlier && beforeLast) least = this.at(row - 2, column - 2) + 1;
    if (endsOnEarlier && this.#same(row - 2, column)) {
      least = Math.min(least, this.at(row - 3, column - 2) + 2);
    }
    if (beforeLast && this.#same(row, column - 2)) {
      least = Math.min(least, this.at(row - 2, column - 3) + 2);
    }
    return least;
  }

  #same(row: number, column: number): boolean {
    const typed = this.#typed[row - 1];
    const named = this.#name[column - 1];
    return typed !== undefined && named !== undefined && standsFor(typed, named);
  }
}
