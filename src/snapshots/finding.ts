import type { AgencyId } from '../agencies/agency.ts';
import type { CountName } from '../figures/counts.ts';

/**
 * Something in official figures that does not fit together. Found on intake, kept with the snapshot,
 * shown beside every answer it touches: nothing is corrected silently.
 */
export type Finding =
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
      /** received - resolved - pending is not 0; information, not an error (Phụ lục 2: 178 of 185 rows). */
      readonly code: 'receivedUnaccounted';
      readonly agency: AgencyId;
      readonly received: number;
      readonly unaccounted: number;
    };
