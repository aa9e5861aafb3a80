import type { CountName } from '../figures/counts.ts';
import { isBetweenTables, isBetweenVersions } from './finding-kinds.ts';
import type { BetweenTables, BetweenVersions, Finding, WithinTable } from './finding.ts';

/** The two numbers of a finding: what is printed, and what it is held against. */
export type FindingNumbers = {
  /** What they count; `rate`: in hundredths of a percent. */
  readonly of: CountName | 'overdueTotal' | 'rate';
  /** Null: nothing is, the row is gone. */
  readonly printed: number | null;
  readonly other: number;
};

/** What a finding says of which number. */
export function findingNumbers(finding: Finding): FindingNumbers {
  if (isBetweenVersions(finding)) return ofVersions(finding);
  return isBetweenTables(finding) ? ofTables(finding) : ofTable(finding);
}

function ofTable(finding: WithinTable): FindingNumbers {
  switch (finding.code) {
    case 'childrenDoNotAddUp':
      return { of: finding.column, printed: finding.printed, other: finding.sumOfChildren };
    case 'leavesDoNotAddUp':
      return { of: finding.column, printed: finding.printed, other: finding.sumOfLeaves };
    case 'rowDoesNotAddUp':
      return { of: finding.column, printed: finding.printed, other: finding.sumOfParts };
    case 'partExceedsTotal':
      return { of: finding.column, printed: finding.printed, other: finding.printedTotal };
    case 'rateDoesNotFollow':
      return { of: 'rate', printed: finding.printed, other: finding.computed };
    case 'balanceDoesNotClose':
    case 'handledExceedReceived':
      return { of: 'received', printed: finding.received, other: finding.handled };
    case 'receivedUnaccounted': {
      const { received, unaccounted } = finding;
      return { of: 'received', printed: received, other: received - unaccounted };
    }
  }
}

function ofVersions(finding: BetweenVersions): FindingNumbers {
  switch (finding.code) {
    case 'rowDisappeared':
      return { of: 'received', printed: null, other: finding.before.value };
    case 'pendingDoesNotFollow':
      return { of: finding.column, printed: finding.now, other: finding.expected };
    case 'counterRanBackwards':
    case 'implausibleJump':
      return { of: finding.column, printed: finding.now, other: finding.before.value };
  }
}

function ofTables(finding: BetweenTables): FindingNumbers {
  switch (finding.code) {
    case 'carriedOverDiffers':
      return { of: 'carriedOver', printed: finding.carriedOver, other: finding.pending };
    case 'sourcesDisagree':
      return { of: finding.column, printed: finding.here, other: finding.there };
  }
}
