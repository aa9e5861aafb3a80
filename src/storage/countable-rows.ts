import * as z from 'zod';

import type { Countable } from '../dossiers/counting.ts';
import { Channel, State } from './dossier-rows.ts';

/** What `countableFrom` needs of a dossier: select exactly this, raw. */
export const COUNTABLE_COLUMNS =
  'agency, state, test, channel, ifnull(received_at, first_seen_at), current_due_at, closed_at';

const CountableRow = z.tuple([
  z.int().positive(),
  State,
  z.literal([0, 1]),
  Channel.nullable(),
  z.int(),
  z.int().nullable(),
  z.int().nullable(),
]);

/** The number of the agency, and what there is to count, in a raw row of `COUNTABLE_COLUMNS`. Throws `ZodError`. */
export function countableFrom(raw: unknown): { agency: number; dossier: Countable } {
  const [agency, state, test, channel, receivedAt, dueAt, closedAt] = CountableRow.parse(raw);
  return { agency, dossier: { state, test: test === 1, channel, receivedAt, dueAt, closedAt } };
}
