import type { AgencyId } from '../../agencies/agency.ts';
import type { Span } from '../../agencies/existence.ts';
import type { Problem } from '../../errors.ts';
import { COUNT_NAMES, type CountName, type Counts, NO_COUNTS } from '../../figures/counts.ts';
import { type IntakeProblem, placeText } from '../../snapshots/intake-problem.ts';
import type { Figure } from '../../snapshots/snapshot.ts';
import { type AgencyCodes, agencyOfCode } from './agency-of-code.ts';
import type { Cell, Mapped } from './map-message.ts';
import { cellText, type MappedRow, numberedRows, textIn } from './mapped-rows.ts';

/** What rows of figures are read with. */
export type FigureReading = AgencyCodes & {
  /** What the answer is called in problems. */
  readonly origin: string;
  readonly span: Span;
  /** The expression of each field, to name it to whoever wrote the mapping. */
  readonly fields: Readonly<Record<string, string>>;
};

/** A row in the wrong form is wrong in all the others too. */
const MOST_PROBLEMS = 50;

type Wrong = (code: IntakeProblem, field: string, detail: string) => void;

/** The figures of the answers to one question; `problems` = everything that keeps them from being believed. */
export function figureRows(
  answers: readonly Mapped[],
  reading: FigureReading,
): { readonly figures: readonly Figure[]; readonly problems: readonly Problem[] } {
  const figures: Figure[] = [];
  const problems: Problem[] = [];
  for (const { number, row } of numberedRows(answers)) {
    const wrong: Wrong = (code, field, detail) => {
      const place = placeText({ file: reading.origin, row: number, column: field });
      problems.push({ code, place, detail });
    };
    const figure = figureOf(row, reading, wrong);
    if (figure !== null) figures.push(figure);
    if (problems.length >= MOST_PROBLEMS) break;
  }
  return { figures, problems };
}

function figureOf(row: MappedRow, reading: FigureReading, wrong: Wrong): Figure | null {
  const agency = agencyIn(row, reading, wrong);
  const field = fieldIn(row, reading, wrong);
  const counts = countsIn(row, reading, wrong);
  return agency === null || counts === null
    ? null
    : { agency, field, counts, printedOverdue: null };
}

function agencyIn(row: MappedRow, reading: FigureReading, wrong: Wrong): AgencyId | null {
  const read = textIn(row['agency'], reading.fields['agency'] ?? '');
  if ('fault' in read) {
    wrong(read.fault.code, 'agency', read.fault.detail);
    return null;
  }
  const coded = agencyOfCode(read.text, reading.span, reading);
  if ('id' in coded) return coded.id;
  wrong(coded.fault.code, 'agency', coded.fault.detail);
  return null;
}

/** Null, where the mapping has one at all, means all fields together. */
function fieldIn(row: MappedRow, { fields }: FigureReading, wrong: Wrong): string | null {
  const cell = row['field'];
  if (fields['field'] === undefined || cell === null || cell === '') return null;
  const read = textIn(cell, fields['field']);
  if ('text' in read) return read.text;
  wrong(read.fault.code, 'field', read.fault.detail);
  return null;
}

function countsIn(row: MappedRow, { fields }: FigureReading, wrong: Wrong): Counts | null {
  const counts: Record<CountName, number | null> = { ...NO_COUNTS };
  let good = true;
  for (const name of COUNT_NAMES) {
    const expression = fields[name];
    if (expression === undefined) continue;
    const fault = countFault(row[name], expression);
    if (fault !== null) wrong(fault.code, name, fault.detail);
    good &&= fault === null;
    counts[name] = typeof row[name] === 'number' ? row[name] : null;
  }
  return good ? counts : null;
}

/** A count is a whole number from nought on, or null where the system does not know it. Nothing else is made into one. */
function countFault(
  cell: Cell | undefined,
  expression: string,
): { readonly code: IntakeProblem; readonly detail: string } | null {
  if (cell === undefined) return { code: 'missingField', detail: expression };
  if (cell === null) return null;
  const detail = cellText(cell);
  if (typeof cell !== 'number') return { code: 'notANumber', detail };
  if (cell < 0) return { code: 'negative', detail };
  if (cell > Number.MAX_SAFE_INTEGER) return { code: 'numberTooGreat', detail };
  return Number.isInteger(cell) ? null : { code: 'notWhole', detail };
}
