import * as z from 'zod';

/*
 * Cells of raw rows, checked by hand first: where rows are read by the hundreds, the schemas alone would take longer than
 * SQLite does. What does not pass goes to the schema, which says what is wrong with it. All throw `ZodError`.
 */

const Whole = z.int();
const Count = z.int().nonnegative();
const Id = z.int().positive();
const Text = z.string();
const Flag = z.literal([0, 1]);

/** A whole number. */
export function wholeIn(cell: unknown): number {
  return Number.isSafeInteger(cell) && typeof cell === 'number' ? cell : Whole.parse(cell);
}

/** A whole number from 0. */
export function countIn(cell: unknown): number {
  const whole = wholeIn(cell);
  return whole >= 0 ? whole : Count.parse(cell);
}

/** The number of a row or a word, from 1. */
export function idIn(cell: unknown): number {
  const whole = wholeIn(cell);
  return whole > 0 ? whole : Id.parse(cell);
}

/** A text. */
export function textIn(cell: unknown): string {
  return typeof cell === 'string' ? cell : Text.parse(cell);
}

/** Yes or no, kept as 1 or 0. */
export function flagIn(cell: unknown): boolean {
  return cell === 1 || (cell !== 0 && Flag.parse(cell) === 1);
}

/** What a cell says if it is not empty. */
export function orNull<Thing>(cell: unknown, read: (cell: unknown) => Thing): Thing | null {
  return cell === null ? null : read(cell);
}

/** Makes the reader of one of some names, kept as its number from 1. */
export function numberedIn<const Names extends readonly string[]>(names: Names) {
  const Numbered = z
    .int()
    .transform((number) => names[number - 1])
    .pipe(z.enum(names));
  const byNumber = new Map<unknown, Names[number]>(names.map((name, at) => [at + 1, name]));
  return (cell: unknown): Names[number] => byNumber.get(cell) ?? Numbered.parse(cell);
}
