import * as z from 'zod';

/** A number of dossiers; null = the source does not say (never 0). */
const Count = z.int().nonnegative().nullable();

/**
 * The columns of form II.06a/VPCP/KSTT, the widest table in use; other tables fill some of them.
 * Phụ lục 2 and prose reports merge early into on-time: there `resolvedEarly` is null and
 * `resolvedOnTime` includes the early ones.
 */
export const Counts = z.strictObject({
  /** Total received; includes what was carried over, so totals of successive periods must not be added. */
  received: Count,
  receivedOnline: Count,
  receivedDirectOrPostal: Count,
  carriedOver: Count,
  resolved: Count,
  resolvedEarly: Count,
  resolvedOnTime: Count,
  resolvedOverdue: Count,
  pending: Count,
  pendingWithin: Count,
  pendingOverdue: Count,
});
export type Counts = Readonly<z.infer<typeof Counts>>;
export type CountName = keyof Counts;

/** All columns, in the order of the form. */
export const COUNT_NAMES: readonly CountName[] = Counts.keyof().options;

/** All columns unknown: the start of every reading. */
export const NO_COUNTS: Counts = Object.freeze({
  received: null,
  receivedOnline: null,
  receivedDirectOrPostal: null,
  carriedOver: null,
  resolved: null,
  resolvedEarly: null,
  resolvedOnTime: null,
  resolvedOverdue: null,
  pending: null,
  pendingWithin: null,
  pendingOverdue: null,
});
