import type { Directory } from '../agencies/agency.ts';
import type { Problem } from '../errors.ts';
import type { Finding } from '../snapshots/finding.ts';
import type { IntakeProblem } from '../snapshots/intake-problem.ts';
import { isOfHistory, severityOf } from '../snapshots/severity.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';

type Believed = {
  readonly origin: string;
  readonly directory: Directory;
  /** What only its past speaks against is taken for true. */
  readonly believe: boolean;
};

/** The findings of a snapshot for which it is not to be believed, as the problems of its payload. */
export function errorsIn(
  { findings, document }: Pick<Snapshot, 'findings' | 'document'>,
  { origin, directory, believe }: Believed,
): readonly Problem[] {
  return findings
    .filter((finding) => severityOf(finding, document) === 'error')
    .filter((finding) => !(believe && isOfHistory(finding)))
    .flatMap((finding) => problemOf(finding, { origin, directory }) ?? []);
}

/** `detail`: the agency, the column, the numbers; the column is worded where it is shown. */
function problemOf(
  finding: Finding,
  { origin, directory }: Omit<Believed, 'believe'>,
): Problem | null {
  const told = toldOf(finding);
  if (told === null) return null;
  const { shortName } = directory.get(finding.agency);
  const code: IntakeProblem = told.code;
  return { code, place: origin, detail: `${shortName}, ${told.column}: ${told.numbers}` };
}

/** The findings that can be errors, with their numbers. */
function toldOf(finding: Finding) {
  if (finding.code === 'rowDoesNotAddUp') {
    const numbers = `${String(finding.printed)} / ${String(finding.sumOfParts)}`;
    return { code: finding.code, column: finding.column, numbers };
  }
  if (finding.code === 'partExceedsTotal') {
    const numbers = `${String(finding.printed)} > ${String(finding.printedTotal)}`;
    return { code: finding.code, column: finding.column, numbers };
  }
  if (!('before' in finding)) return null;
  const was = String(finding.before.value);
  if (finding.code === 'rowDisappeared') {
    return { code: finding.code, column: 'received', numbers: `${was} → –` };
  }
  const numbers = `${was} → ${String(finding.now)}`;
  return { code: finding.code, column: finding.column, numbers };
}
