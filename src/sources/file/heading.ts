import type { Period } from '../../calendar/period.ts';
import { rangePeriod } from '../../calendar/periods.ts';
import { bare } from '../../vietnamese/fold.ts';
import { textOf } from '../table.ts';
import type { Row } from '../table.ts';
import { namedPeriod } from './named-period.ts';

/** What official tables print around their columns; null where they do not. */
export type Heading = {
  /** From "từ ngày ... đến ngày ...". */
  readonly days: Period | null;
  /** From "Kỳ báo cáo: Quý III năm 2023" or the title: "... năm 2023". */
  readonly named: Period | null;
  /** From "Đơn vị báo cáo: ...". */
  readonly agency: string | null;
  /** From "Đính kèm Báo cáo số 55/BC-UBND ngày 26/02/2024". */
  readonly document: { readonly number: string; readonly issuedOn: Temporal.PlainDate } | null;
  /** A day that does not exist where the period or the document is dated, as printed: "17/08/20223". */
  readonly impossible: { readonly period: string | null; readonly document: string | null };
};

/** A year of any length is a slip that has to be seen, not a day that is not printed. */
const DAY = String.raw`(\d{1,2})(?:\/| thang )(\d{1,2})(?:\/| nam )(\d+)`;
const DAYS = new RegExp(String.raw`tu (?:ngay )?${DAY} den (?:het )?(?:ngay )?${DAY}`, 'u');
const DOCUMENT = new RegExp(String.raw`bao cao so (\d+ ?\/[^\s,;]+) ngay ${DAY}`, 'u');
const ANY_DAY = new RegExp(DAY, 'gu');
const PERIOD_TITLE = /ky bao cao|ket qua giai quyet/u;
const AGENCY = /don vi bao cao ?:? ?/u;

/** Reads the lines above and below a table. Everything is optional; impossible days count as not printed. */
export function readHeading(rows: readonly Row[]): Heading {
  const lines = rows.flatMap(linesOf);
  const titles = lines.filter((line) => PERIOD_TITLE.test(bare(line)));
  return {
    days: firstOf(lines, daysIn),
    named: firstOf(titles, namedPeriod),
    agency: agencyIn(lines),
    document: firstOf(lines, documentIn),
    impossible: {
      period: firstOf(lines, (line) => impossibleDay(line, DAYS)),
      document: firstOf(lines, (line) => impossibleDay(line, DOCUMENT)),
    },
  };
}

/** Only days of the lines that are read: what else stands around a table is nobody's business. */
function impossibleDay(line: string, dated: RegExp): string | null {
  const match = dated.exec(bare(line));
  if (match === null) return null;
  const day = Array.from(match[0].matchAll(ANY_DAY)).find(([, ...parts]) => dayOf(parts) === null);
  if (day === undefined) return null;
  // `bare` keeps positions, so the day can be told with its marks.
  const start = match.index + day.index;
  return line.normalize('NFC').slice(start, start + day[0].length);
}

function daysIn(line: string): Period | null {
  const match = DAYS.exec(bare(line));
  if (match === null) return null;
  const from = dayOf(match.slice(1, 4));
  const to = dayOf(match.slice(4, 7));
  const inOrder = from !== null && to !== null && Temporal.PlainDate.compare(from, to) <= 0;
  return inOrder ? rangePeriod(from, to) : null;
}

function documentIn(line: string): Heading['document'] {
  const match = DOCUMENT.exec(bare(line));
  const issuedOn = match === null ? null : dayOf(match.slice(2, 5));
  if (match === null || issuedOn === null) return null;
  // `bare` keeps positions, so the number can be taken with its marks: 3662/BC-SKHĐT.
  const start = match.index + match[0].indexOf(match[1] ?? '');
  const printed = line.normalize('NFC').slice(start, start + (match[1] ?? '').length);
  return { number: printed.replace(/\s/gu, ''), issuedOn };
}

/** The name beside or below the label; the label of the receiving agency may stand between. */
function agencyIn(lines: readonly string[]): string | null {
  const at = lines.findIndex((line) => AGENCY.test(bare(line)));
  if (at === -1) return null;
  const line = (lines[at] ?? '').normalize('NFC');
  const label = AGENCY.exec(bare(line));
  const beside = line.slice((label?.index ?? 0) + (label?.[0].length ?? 0)).trim();
  if (beside !== '') return beside;
  return lines.slice(at + 1).find((below) => !below.endsWith(':')) ?? null;
}

/** [day, month, year] as printed; null for a day that does not exist ("17/08/20223", "31/6/2023"). */
function dayOf([day, month, year]: readonly string[]): Temporal.PlainDate | null {
  if (year?.length !== 4) return null;
  const fields = { year: Number(year), month: Number(month), day: Number(day) };
  try {
    return Temporal.PlainDate.from(fields, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function linesOf(row: Row): readonly string[] {
  return row.cells
    .flatMap((cell) => (typeof cell === 'string' ? cell.split('\n') : []))
    .map((line) => textOf(line))
    .filter((line) => line !== '');
}

function firstOf<T>(lines: readonly string[], read: (line: string) => T | null): T | null {
  for (const line of lines) {
    const found = read(line);
    if (found !== null) return found;
  }
  return null;
}
