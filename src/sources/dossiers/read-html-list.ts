import { fromHtml } from 'hucre';

import { columnLetter, refusal } from '../table.ts';
import { LONGEST_TEXT } from './clean-text.ts';
import { asBrokenWorkbook } from './read-workbook-list.ts';
import type { SheetEvents } from './read-workbook-list.ts';

/** A cell of which so much has come without an end is no cell; what is shorter is judged by what its column is. */
const LONGEST_CELL = 1_000_000;

/**
 * Reads the first table of a web page saved as .xls. Throws `SourceUnreadable`: broken (also when its end is missing; then
 * at the row that was cut off, after those that are whole).
 */
export async function readHtmlList(
  { origin, text }: { readonly origin: string; readonly text: string },
  { onSheet, onLine }: SheetEvents,
): Promise<void> {
  const isWhole = /<\/table\s*>/iu.test(text);
  const end = text.toLowerCase().lastIndexOf('</tr');
  if (!isWhole && end < 0) throw refusal('broken', { table: origin });
  const table = isWhole ? text : `${text.slice(0, end)}</tr></table>`;
  await asBrokenWorkbook(origin, async () => {
    // The reader drops line breaks within a cell, and with them where one word ends and the next begins.
    const spaced = table.replace(/<br\s*\/?>|<\/p>\s*<p[^>]*>/giu, '\n').replaceAll('&nbsp;', ' ');
    onSheet(origin);
    const { rows } = fromHtml(spaced, { typeInference: false, classes: false });
    rows.forEach((cells, index) => onLine({ number: index + 1, cells }));
    if (!isWhole) throw refusal('broken', { table: origin, row: rows.length + 1 });
  });
}

/** A page as one text. Throws `SourceUnreadable`: cellTooLong (at its row and column) as soon as it is seen, tooLarge. */
export async function wholePage(
  chunks: AsyncIterable<string>,
  { origin, most }: { readonly origin: string; readonly most: number },
): Promise<string> {
  const pieces: string[] = [];
  const at: Place = { row: 0, column: -1, length: 0, cut: '' };
  let length = 0;
  for await (const chunk of chunks) {
    pieces.push(chunk);
    length += chunk.length;
    walk(chunk, at);
    if (at.length > LONGEST_CELL) {
      const place = { table: origin, row: at.row, column: columnLetter(at.column) };
      throw refusal('cellTooLong', place, `${String(at.length)}+ > ${String(LONGEST_TEXT)}`);
    }
    if (length > most) {
      throw refusal('tooLarge', { table: origin, row: at.row }, `> ${String(most)}`);
    }
  }
  return pieces.join('');
}

type Place = { row: number; column: number; length: number; cut: string };

/** Goes on to the row and column in which a piece of a page ends, and how much of that cell there is. */
function walk(chunk: string, at: Place): void {
  // A tag may be cut in two between pieces.
  const text = at.cut + chunk;
  at.cut = /<[^<>]{0,9}$/u.exec(text)?.[0] ?? '';
  const piece = text.slice(0, text.length - at.cut.length);
  let from: number | null = null;
  for (const { 0: tag, index } of piece.matchAll(/<(?:t[rdh](?=[\s>])|\/t(?:r|able)\b)/giu)) {
    const name = tag.toLowerCase();
    if (name === '<tr') at.row += 1;
    at.column = name === '<td' || name === '<th' ? at.column + 1 : -1;
    from = index;
  }
  if (at.column < 0) at.length = 0;
  else at.length = from === null ? at.length + piece.length : piece.length - from;
}
