import type { Outgoing } from '../outbox/message.ts';
import type { Ledger } from '../polling/ledger.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { SnapshotStore } from '../snapshots/store.ts';
import { figureQueries } from './figure-queries.ts';
import { findingQueries } from './finding-rows.ts';
import type { Storage } from './open.ts';
import { quarantine } from './quarantine-rows.ts';
import { snapshotRecorder } from './record-snapshot.ts';
import { snapshotHeads } from './snapshot-heads.ts';
import { statementQueries } from './statement-rows.ts';

/** The snapshots kept in `storage`. */
export function snapshotStore({ database }: Storage): SnapshotStore & Ledger {
  const record = snapshotRecorder(database);
  const { headOf, currentHeads, replacedHeads } = snapshotHeads(database);
  const anySnapshot = database.prepare('select 1 from snapshots limit 1');
  // Snapshots are never removed, so the newest id moves with each of them and with nothing else, whoever records it:
  // counters of the connection or the file also move when a button is kept.
  const newest = database.prepare('select max(id) from snapshots').pluck();
  return {
    record: async (snapshot: Snapshot, messages: readonly Outgoing[] = []) =>
      record(snapshot, messages),
    heads: async () => currentHeads(),
    replacedHeads: async (by) => replacedHeads(by),
    isEmpty: async () => anySnapshot.get() === undefined,
    revision: () => String(newest.get()),
    ...figureQueries(database, headOf),
    ...statementQueries(database, headOf),
    ...findingQueries(database, headOf),
    ...quarantine(database),
  };
}
