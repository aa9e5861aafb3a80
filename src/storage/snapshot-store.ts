import type { Database } from 'better-sqlite3';

import type { Outgoing } from '../outbox/message.ts';
import type { Ledger } from '../polling/ledger.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { SnapshotReader, SnapshotStore } from '../snapshots/store.ts';
import { figureQueries } from './figure-queries.ts';
import { findingQueries } from './finding-rows.ts';
import type { Storage } from './open.ts';
import { quarantine } from './quarantine-rows.ts';
import { snapshotRecorder } from './record-snapshot.ts';
import { snapshotHeads } from './snapshot-heads.ts';
import { statementQueries } from './statement-rows.ts';
import { NOW, revisionOf, type Versions, versionsUpTo } from './versions.ts';

/** The snapshots kept in `storage`. */
export function snapshotStore({ database }: Storage): SnapshotStore & Ledger {
  const record = snapshotRecorder(database);
  return {
    record: async (snapshot: Snapshot, messages: readonly Outgoing[] = []) =>
      record(snapshot, messages),
    ...quarantine(database),
    ...readerOf(database, NOW),
    revision: revisionOf(database),
  };
}

/** The snapshots as they were at a revision, whatever was recorded since: for giving old answers again. */
export function snapshotsAt(revision: number, { database }: Storage): SnapshotReader {
  return { ...readerOf(database, versionsUpTo(revision)), revision: () => revision };
}

function readerOf(database: Database, versions: Versions): Omit<SnapshotReader, 'revision'> {
  const { headOf, currentHeads, replacedHeads } = snapshotHeads(database, versions);
  const any = database.prepare(`select 1 from ${versions.snapshots} limit 1`);
  const over = { headOf, versions };
  return {
    heads: async () => currentHeads(),
    replacedHeads: async (by) => replacedHeads(by),
    isEmpty: async () => any.get() === undefined,
    ...figureQueries(database, over),
    ...statementQueries(database, over),
    ...findingQueries(database, over),
  };
}
