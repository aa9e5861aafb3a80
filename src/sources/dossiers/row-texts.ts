import type { Dossier } from '../../dossiers/dossier.ts';
import { cleanText, LONGEST_TEXT } from './clean-text.ts';
import type { ListColumn } from './list-columns.ts';
import { remembering } from './remembering.ts';
import type { SaidRow } from './said-row.ts';
import { withoutPersons } from './without-persons.ts';

/** The texts of a dossier that are kept as printed. */
export type RowTexts = Pick<
  Dossier,
  'receptionPlace' | 'handlingUnit' | 'desk' | 'step' | 'procedure' | 'field'
>;

/** Reads one text of a row: cleaned, null for an empty cell or one that is wrong, which is told. */
export type TextReader = (row: SaidRow, column: ListColumn) => string | null;

/** Prepares reading: texts that come again are cleaned once. */
export function textReader(): TextReader {
  const clean = remembering(cleanText);
  return (row, column) => {
    const cell = row.cells[column];
    if (cell === null || cell === undefined) return null;
    const text = String(cell);
    if (text.length <= LONGEST_TEXT) return clean(text);
    row.wrong('cellTooLong', column, `${String(text.length)} > ${String(LONGEST_TEXT)}`);
    return null;
  };
}

/** Prepares reading all texts of a row that are kept: without persons, but for the official at whose desk it is. */
export function textsReader(textIn: TextReader): (row: SaidRow) => RowTexts {
  const bare = remembering(withoutPersons);
  const bareIn = (row: SaidRow, column: ListColumn): string | null => {
    const text = textIn(row, column);
    return text === null ? null : bare(text);
  };
  return (row) => ({
    receptionPlace: bareIn(row, 'receptionPlace'),
    handlingUnit: bareIn(row, 'handlingUnit'),
    desk: textIn(row, 'desk'),
    step: bareIn(row, 'step'),
    procedure: bareIn(row, 'procedure'),
    field: bareIn(row, 'field'),
  });
}
