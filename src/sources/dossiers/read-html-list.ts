import { fromHtml } from 'hucre';

import { SourceUnreadable } from '../../errors.ts';
import { problemAt } from '../table.ts';
import { asBrokenWorkbook } from './read-workbook-list.ts';
import type { SheetEvents } from './read-workbook-list.ts';

/** Reads the first table of a web page saved as .xls. Throws `SourceUnreadable`: broken (also when its end is missing). */
export async function readHtmlList(
  { origin, text }: { readonly origin: string; readonly text: string },
  { onSheet, onLine }: SheetEvents,
): Promise<void> {
  if (!/<\/table\s*>/iu.test(text))
    throw new SourceUnreadable(origin, [problemAt('broken', { table: origin })]);
  await asBrokenWorkbook(origin, async () => {
    // The reader drops line breaks within a cell, and with them where one word ends and the next begins.
    const spaced = text.replace(/<br\s*\/?>|<\/p>\s*<p[^>]*>/giu, '\n').replaceAll('&nbsp;', ' ');
    onSheet(origin);
    const { rows } = fromHtml(spaced, { typeInference: false, classes: false });
    rows.forEach((cells, index) => onLine({ number: index + 1, cells }));
  });
}
