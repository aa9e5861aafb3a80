import type { Agency } from '../agencies/agency.ts';
import type { FileSheet } from './file-request.ts';
import { momentWords } from './moment-words.ts';

/** A sheet whose rows are numbered in a first column: `columns` and `rows` are without it. */
export function numberedSheet(
  sheet: Pick<FileSheet, 'name' | 'title' | 'columns' | 'rows' | 'notes'>,
): FileSheet {
  return {
    ...sheet,
    columns: [{ header: 'STT', width: 6, align: 'center' }, ...sheet.columns],
    rows: sheet.rows.map((row, at) => [at + 1, ...row]),
  };
}

/** The lines above a table, as official ones have them: whose it is, what it is, and of when. */
export function sheetTitle(
  { agency, now }: { readonly agency: Agency; readonly now: Temporal.Instant },
  title: string,
): readonly string[] {
  return [agency.name.toLocaleUpperCase('vi'), title, `Tính đến ${momentWords(now)}`];
}
