import type { Countable } from '../dossiers/counting.ts';
import { flagIn, idIn, orNull, wholeIn } from './cells.ts';
import { channelIn, stateIn } from './dossier-rows.ts';

/** What `countableFrom` needs of a dossier: select exactly this, raw. */
export const COUNTABLE_COLUMNS =
  'agency, state, test, channel, ifnull(received_at, first_seen_at), current_due_at, closed_at';

/** The number of the agency, and what there is to count, in a raw row of `COUNTABLE_COLUMNS`. Throws `ZodError`. */
export function countableFrom(row: readonly unknown[]): { agency: number; dossier: Countable } {
  return {
    agency: idIn(row[0]),
    dossier: {
      state: stateIn(row[1]),
      test: flagIn(row[2]),
      channel: orNull(row[3], channelIn),
      receivedAt: wholeIn(row[4]),
      dueAt: orNull(row[5], wholeIn),
      closedAt: orNull(row[6], wholeIn),
    },
  };
}
