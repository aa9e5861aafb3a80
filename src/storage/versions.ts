import * as z from 'zod';

import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Question } from './reading-moment.ts';

/** The tables of versions, as the queries name them. */
export type Versions = {
  /** With the columns of `series`; `current` is null where there was no version yet. */
  readonly series: string;
  readonly snapshots: string;
};

/** The newest snapshot there is, for `revisionOf`. */
export const NEWEST_SNAPSHOT = 'select ifnull(max(id), 0) from snapshots';

/**
 * Tells the revision of the store: snapshots are never removed, so the newest id moves with each of them and with nothing
 * else, whoever records it. Counters of the connection or the file also move when a button is kept.
 */
export function revisionOf(newest: Pick<Question, 'get'>): () => number {
  return () => z.int().parse(newest.get());
}

/** What queries about versions rest on. */
export type VersionsAndHeads = {
  readonly versions: Versions;
  /** The head of a snapshot, by the id found in a row that refers to it. */
  readonly headOf: (id: unknown) => SnapshotHead;
};

/** As they are. */
export const NOW: Versions = { series: 'series', snapshots: 'snapshots' };

/**
 * As they were at a revision of the store. Snapshots are never changed or removed, so what was known then is what was
 * recorded up to it, and the rule of the trigger `snapshot_becomes_current`, asked of those, says what was current.
 */
export function versionsUpTo(revision: number): Versions {
  const id = String(Math.trunc(revision));
  return {
    series: `(select id, source, document_number, place, scope, period, period_end, (
        select v.id from snapshots v where v.series = series.id and v.id <= ${id}
        order by v.as_of desc, v.id desc limit 1) as current from series)`,
    snapshots: `(select * from snapshots where id <= ${id})`,
  };
}
