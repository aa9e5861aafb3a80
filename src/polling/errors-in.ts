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
  const name = directory.get(finding.agency).shortName;
  const problem = (code: IntakeProblem, column: string, numbers: string): Problem => ({
    code,
    place: origin,
    detail: `${name}, ${column}: ${numbers}`,
  });
  switch (finding.code) {
    case 'rowDoesNotAddUp':
      return problem(
        'rowDoesNotAddUp',
        finding.column,
        `${String(finding.printed)} / ${String(finding.sumOfParts)}`,
      );
    case 'partExceedsTotal':
      return problem(
        'partExceedsTotal',
        finding.column,
        `${String(finding.printed)} > ${String(finding.printedTotal)}`,
      );
    case 'counterRanBackwards':
    case 'implausibleJump':
      return problem(
        finding.code,
        finding.column,
        `${String(finding.before.value)} → ${String(finding.now)}`,
      );
    default:
      return null;
  }
}
