import type { AgencyId, Directory } from '../agencies/agency.ts';
import type { Problem } from '../errors.ts';
import type { IntakeProblem } from '../snapshots/intake-problem.ts';
import type { Payload, Reading } from './source.ts';

type Read = Extract<Payload, { kind: 'read' }>;

/** What no source may hand over, whatever it read: agencies the directory lacks, and the same row twice. */
export function readingProblems(
  { origin, readings }: Read,
  directory: Directory,
): readonly Problem[] {
  return readings.flatMap((reading) => [
    ...unknownAgencies(reading, directory).map((id) => problem(origin, 'unknownAgency', id)),
    ...repeatedRows(reading).map((row) => problem(origin, 'duplicateRow', row)),
  ]);
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
