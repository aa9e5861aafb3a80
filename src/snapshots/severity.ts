import { isBetweenVersions } from './finding-kinds.ts';
import { findingNumbers } from './finding-numbers.ts';
import type { Finding, FindingCode } from './finding.ts';
import type { DocumentRef } from './snapshot.ts';

/**
 * How much a finding weighs. `error`: what says so is not believed, and its payload is set aside whole. `warning`: the
 * figure is shown, and the finding with it wherever it is shown. `note`: told by /doi-chieu only.
 */
export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What cannot be, where it stands in the table of a system; of findings about its past, those beyond any slip. */
const IMPOSSIBLE: ReadonlySet<FindingCode> = new Set(['rowDoesNotAddUp', 'partExceedsTotal']);
const FOR_INFORMATION: ReadonlySet<FindingCode> = new Set(['receivedUnaccounted']);

/**
 * How much a finding weighs in a table. What a numbered document prints was published, however wrong it is: it stays
 * to be had, with its warning. A system that says the impossible is asked again in a few minutes, and until then what
 * it said before is better.
 */
export function severityOf(finding: Finding, { number }: Pick<DocumentRef, 'number'>): Severity {
  if (FOR_INFORMATION.has(finding.code)) return 'note';
  const isGross = isBetweenVersions(finding) && finding.gross;
  return number === null && (isGross || IMPOSSIBLE.has(finding.code)) ? 'error' : 'warning';
}

/** Fewer dossiers than this are a slip, a deleted test dossier, a busy day. */
export const SLIP = 100;

/**
 * Whether the figure of an agency is hard to believe, for its own past or because far more was handled than ever came in:
 * it is shown with its warning, but nobody is alerted by it, and keepers hear of the source.
 */
export function isHardToBelieve(finding: Finding): boolean {
  if (finding.code === 'counterRanBackwards') return finding.before.value - finding.now >= SLIP;
  if (finding.code === 'handledExceedReceived') return finding.handled - finding.received >= SLIP;
  return isBetweenVersions(finding);
}

/** Of findings that are hard to believe the one whose numbers lie furthest apart; null = there is none. */
export function worstDoubt(findings: readonly Finding[]): Finding | null {
  return findings.filter(isHardToBelieve).toSorted((a, b) => apart(b) - apart(a))[0] ?? null;
}

function apart(finding: Finding): number {
  const { printed, other } = findingNumbers(finding);
  return Math.abs((printed ?? 0) - other);
}
