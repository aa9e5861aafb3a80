import type { AgencyId } from '../agencies/agency.ts';
import type { PeriodKey } from '../calendar/period.ts';
import type { CountName } from '../figures/counts.ts';
import type { CountedUp } from './counted-up.ts';
import type { SnapshotId } from './snapshot.ts';

/**
 * Something in official figures that does not fit together, in themselves or with what was known before. Found on
 * intake, kept with the snapshot, shown beside every answer it touches: nothing is corrected silently.
 */
export type Finding = WithinTable | BetweenVersions | BetweenTables;

/** How much a finding weighs is told by `severityOf`. */
export type FindingCode = Finding['code'];

/** What a table says wrong by itself. */
export type WithinTable =
  | {
      /** The parent's printed total is not the sum of its children (all given in the same snapshot). */
      readonly code: 'childrenDoNotAddUp';
      readonly agency: AgencyId;
      readonly column: CountName | 'overdueTotal';
      readonly printed: number;
      readonly sumOfChildren: number;
    }
  | {
      /**
       * Every direct child adds up, but the agency contains a wrong total deeper down: the sum over its leaves
       * differs from what is printed.
       */
      readonly code: 'leavesDoNotAddUp';
      readonly agency: AgencyId;
      readonly column: CountName | 'overdueTotal';
      readonly printed: number;
      readonly sumOfLeaves: number;
    }
  | {
      /** A row whose parts do not give its total (resolved = on time + overdue, ...). */
      readonly code: 'rowDoesNotAddUp';
      readonly agency: AgencyId;
      readonly field: string | null;
      readonly column: CountName;
      readonly printed: number;
      readonly sumOfParts: number;
    }
  | {
      /** The printed rate is not what the printed counts give, by the document's own formula. */
      readonly code: 'rateDoesNotFollow';
      readonly agency: AgencyId;
      readonly printed: number;
      readonly computed: number;
    }
  | {
      /** A part is greater than its total, also where the other parts are not given. */
      readonly code: 'partExceedsTotal';
      readonly agency: AgencyId;
      readonly field: string | null;
      readonly column: CountName;
      readonly printed: number;
      readonly total: CountName;
      readonly printedTotal: number;
    }
  | {
      /**
       * Received is not resolved + pending in a table that says where everything received came from: form II.06a is a
       * closed balance, (3) = (7) + (11) (domain.md 7).
       */
      readonly code: 'balanceDoesNotClose';
      readonly agency: AgencyId;
      readonly received: number;
      readonly handled: number;
    }
  | {
      /** More are resolved or pending than were ever received. */
      readonly code: 'handledExceedReceived';
      readonly agency: AgencyId;
      readonly received: number;
      readonly handled: number;
    }
  | {
      /** received - resolved - pending is above 0; information, not an error (Phụ lục 2: 178 of 185 rows). */
      readonly code: 'receivedUnaccounted';
      readonly agency: AgencyId;
      readonly received: number;
      readonly unaccounted: number;
    };

/** A number that was said before, of the same agency and column. */
export type SaidBefore = {
  readonly value: number;
  readonly period: PeriodKey;
  readonly asOf: Temporal.PlainDate;
};

/** What a version says that its own past makes hard to believe. `gross`: no ordinary slip or busy day explains it. */
export type BetweenVersions =
  | {
      /** A number that only counts up within its period is lower than it was. */
      readonly code: 'counterRanBackwards';
      readonly agency: AgencyId;
      readonly column: CountedUp;
      readonly before: SaidBefore;
      readonly now: number;
      readonly gross: boolean;
    }
  | {
      /** A number grew by far more than it ever did in such a time. */
      readonly code: 'implausibleJump';
      readonly agency: AgencyId;
      readonly column: CountedUp;
      readonly before: SaidBefore;
      readonly now: number;
      readonly gross: boolean;
    }
  | {
      /** What is pending is not what was, plus what came in, less what was resolved since: by far. */
      readonly code: 'pendingDoesNotFollow';
      readonly agency: AgencyId;
      readonly column: 'pending';
      readonly before: SaidBefore;
      readonly now: number;
      readonly expected: number;
      readonly gross: boolean;
    }
  | RowDisappeared;

/** An agency that had dossiers is no longer in the table; `gross` where most of them are gone now. */
export type RowDisappeared = {
  readonly code: 'rowDisappeared';
  readonly agency: AgencyId;
  /** What the last version with its row said: received, or handled where that is not given. */
  readonly before: SaidBefore;
  readonly gross: boolean;
};

/**
 * What two tables in force say of the same thing. Kept with the one that was taken in later, and true of both for as
 * long as both are in force.
 */
export type BetweenTables =
  | {
      /** What a period carried over is not what was pending at the end of the one before. */
      readonly code: 'carriedOverDiffers';
      readonly agency: AgencyId;
      readonly carriedOver: number;
      readonly into: PeriodKey;
      readonly pending: number;
      readonly outOf: PeriodKey;
      readonly against: SnapshotId;
    }
  | {
      /** Two tables give one agency different numbers for one period. */
      readonly code: 'sourcesDisagree';
      readonly agency: AgencyId;
      readonly column: CountName | 'overdueTotal';
      readonly here: number;
      readonly there: number;
      /** What the other table is called. */
      readonly otherTable: string;
      readonly against: SnapshotId;
    };
