import type { Finding } from './finding.ts';
import type { DocumentRef } from './snapshot.ts';

/**
 * How much a finding weighs. `error`: what says so is not believed, and its payload is set aside whole. `warning`: the
 * figure is shown, and the finding with it wherever it is shown. `note`: told by /doi-chieu only.
 */
export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * How much a finding weighs in a table. What a numbered document prints was published, however wrong it is: it stays
 * to be had, with its warning. A system that says the impossible is asked again in a few minutes, and until then what
 * it said before is better.
 */
export function severityOf(finding: Finding, { number }: Pick<DocumentRef, 'number'>): Severity {
  switch (finding.code) {
    case 'rowDoesNotAddUp':
    case 'partExceedsTotal':
      return number === null ? 'error' : 'warning';
    case 'counterRanBackwards':
    case 'implausibleJump':
      return number === null && finding.gross ? 'error' : 'warning';
    case 'receivedUnaccounted':
      return 'note';
    case 'childrenDoNotAddUp':
    case 'leavesDoNotAddUp':
    case 'rateDoesNotFollow':
    case 'balanceDoesNotClose':
    case 'handledExceedReceived':
    case 'carriedOverDiffers':
    case 'sourcesDisagree':
      return 'warning';
  }
}

/** Whether a finding is a matter of history: a keeper may say that it is true all the same. */
export function isOfHistory({ code }: Finding): boolean {
  return code === 'counterRanBackwards' || code === 'implausibleJump';
}
