import type { Directory } from '../agencies/agency.ts';
import type { Problem } from '../errors.ts';
import { isOfHistory } from '../snapshots/finding-kinds.ts';
import { findingNumbers } from '../snapshots/finding-numbers.ts';
import type { Finding, FindingCode } from '../snapshots/finding.ts';
import { type IntakeProblem, isIntakeProblem } from '../snapshots/intake-problem.ts';
import { severityOf } from '../snapshots/severity.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';

type Told = { readonly origin: string; readonly directory: Directory };
type Believed = Told & {
  /** What only its past speaks against is taken for true. */
  readonly believe: boolean;
};

/** The findings of a snapshot for which it is not to be believed, as the problems of its payload. */
export function errorsIn(
  { findings, document }: Pick<Snapshot, 'findings' | 'document'>,
  { believe, ...told }: Believed,
): readonly Problem[] {
  return findings
    .filter((finding) => severityOf(finding, document) === 'error')
    .filter((finding) => !(believe && isOfHistory(finding)))
    .flatMap((finding) => problemOf(finding, told) ?? []);
}

/** What was taken in and is hard to believe, as the problem of its source: the worst of it. */
export function doubtAbout(finding: Finding, { origin, directory }: Told): Problem {
  const code: IntakeProblem = 'hardToBelieve';
  return { code, place: origin, detail: numbersText(finding, directory) };
}

function problemOf(finding: Finding, { origin, directory }: Told): Problem | null {
  if (!isIntakeProblem(finding.code)) return null;
  return { code: finding.code, place: origin, detail: numbersText(finding, directory) };
}

/** How the two numbers stand to each other, where it is not that one came after the other. */
const SIGNS: Partial<Readonly<Record<FindingCode, string>>> = {
  rowDoesNotAddUp: '/',
  partExceedsTotal: '>',
  handledExceedReceived: '<',
  pendingDoesNotFollow: '≠',
};

/** The agency, the column, the numbers; the column is worded, and the numbers are grouped, where they are shown. */
function numbersText(finding: Finding, directory: Directory): string {
  const { of, printed, other } = findingNumbers(finding);
  const { shortName } = directory.get(finding.agency);
  const is = printed === null ? '–' : String(printed);
  const sign = SIGNS[finding.code];
  const numbers =
    sign === undefined ? `${String(other)} → ${is}` : `${is} ${sign} ${String(other)}`;
  return `${shortName}, ${of}: ${numbers}`;
}
