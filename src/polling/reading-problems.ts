import type { AgencyId, Directory } from '../agencies/agency.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import type { Problem } from '../errors.ts';
import type { IntakeProblem } from '../snapshots/intake-problem.ts';
import type { Payload, Reading } from './source.ts';

type Read = Extract<Payload, { kind: 'read' }>;

/**
 * What no source may hand over, whatever it read: agencies the directory lacks, the same row twice, and days that
 * cannot be true; a slip in the year would otherwise become everybody's newest figures.
 */
export function readingProblems(
  { origin, readings }: Read,
  { directory, today }: { readonly directory: Directory; readonly today: Temporal.PlainDate },
): readonly Problem[] {
  return readings.flatMap((reading) => [
    ...impossibleDays(reading, today).map((code) => problem(origin, code, daysOf(reading))),
    ...unknownAgencies(reading, directory).map((id) => problem(origin, 'unknownAgency', id)),
    ...repeatedRows(reading).map((row) => problem(origin, 'duplicateRow', row)),
  ]);
}

function impossibleDays(
  { period, asOf }: Reading,
  today: Temporal.PlainDate,
): readonly IntakeProblem[] {
  const { from } = parsePeriodKey(period);
  if (isAfter(from, today)) return ['periodInFuture'];
  if (isAfter(asOf, today)) return ['asOfInFuture'];
  return isAfter(from, asOf) ? ['asOfBeforePeriod'] : [];
}

function isAfter(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) > 0;
}

function daysOf({ period, asOf }: Reading): string {
  return `${period} / ${asOf.toString()}`;
}

function unknownAgencies(
  { figures, statements }: Reading,
  directory: Directory,
): readonly AgencyId[] {
  const ids = new Set([...figures, ...statements].map(({ agency }) => agency));
  return Array.from(ids).filter((id) => !directory.has(id));
}

/** Two figures of one agency and field, or two statements that also share metric and place, contradict each other. */
function repeatedRows({ figures, statements }: Reading): readonly string[] {
  const rows = [
    ...figures.map(({ agency, field }) => [agency, field]),
    ...statements.map(({ agency, field, metric, place }) => [agency, field, metric, place]),
  ].map((parts) => parts.map((part) => part ?? '').join(' '));
  return rows.filter((row, index) => rows.indexOf(row) !== index);
}

function problem(origin: string, code: IntakeProblem, detail: string): Problem {
  return { code, place: origin, detail };
}
