import * as z from 'zod';

import type { Cell, Mapped, MapProblem } from './map-message.ts';

const CellForm: z.ZodType<Cell> = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ is: z.enum(['list', 'object']) }),
]);
const Rows = z.array(z.record(z.string(), CellForm));

/** One row as the mapping gives it: our fields, without those it found nothing for. */
export type MappedRow = Readonly<Record<string, Cell>>;

/** The rows of one piece. They come out of JSON again, as they were put into it. */
export function rowsOf(piece: Uint8Array): readonly MappedRow[] {
  return Rows.parse(JSON.parse(new TextDecoder().decode(piece)));
}

/** The rows of several answers, counted from 1 through all of them. */
export function* numberedRows(
  answers: readonly Pick<Mapped, 'pieces'>[],
): Generator<{ readonly number: number; readonly row: MappedRow }> {
  let number = 0;
  for (const { pieces } of answers) {
    for (const piece of pieces) {
      for (const row of rowsOf(piece)) {
        number += 1;
        yield { number, row };
      }
    }
  }
}

/** What a cell says as text, for a problem; what could be a whole record is only named. */
export function cellText(cell: Cell): string {
  if (cell !== null && typeof cell === 'object') return cell.is;
  return String(cell).slice(0, 60);
}

/** The text of a cell that has to hold one, or why it does not. */
export function textIn(
  cell: Cell | undefined,
  expression: string,
): { readonly text: string } | { readonly fault: Pick<MapProblem, 'code' | 'detail'> } {
  if (cell === undefined) return { fault: { code: 'missingField', detail: expression } };
  if (cell === null || cell === '') return { fault: { code: 'emptyCell', detail: expression } };
  if (typeof cell === 'object') return { fault: { code: 'notText', detail: cell.is } };
  return { text: String(cell).trim() };
}
