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
  const isGross = 'gross' in finding && finding.gross;
  return number === null && (isGross || IMPOSSIBLE.has(finding.code)) ? 'error' : 'warning';
}

const OF_HISTORY: ReadonlySet<string> = new Set<FindingCode>([
  'counterRanBackwards',
  'implausibleJump',
  'rowDisappeared',
]);

/** Whether a finding, or the problem made of it, is a matter of history: a keeper may say that it is true all the same. */
export function isOfHistory({ code }: { readonly code: string }): boolean {
  return OF_HISTORY.has(code);
}

/** A fall of a counter below this is a slip or a deleted test dossier. */
const SLIP = 100;

/**
 * Whether its own past makes the figure of an agency hard to believe: it is shown with its warning, but nobody is alerted by
 * it, and keepers hear of the source.
 */
export function isHardToBelieve(finding: Finding): boolean {
  if (finding.code === 'counterRanBackwards') return finding.before.value - finding.now >= SLIP;
  return finding.code === 'implausibleJump' || finding.code === 'rowDisappeared';
}
