import type { SnapshotStore } from '../snapshots/store.ts';
import { figureQueries } from './figure-queries.ts';
import { findingQueries } from './finding-rows.ts';
import type { Storage } from './open.ts';
import { quarantine } from './quarantine-rows.ts';
import { snapshotRecorder } from './record-snapshot.ts';
import { snapshotHeads } from './snapshot-heads.ts';
import { statementQueries } from './statement-rows.ts';

/** The snapshots kept in `storage`. */
export function snapshotStore({ database }: Storage): SnapshotStore {
  const record = snapshotRecorder(database);
  const { headOf, currentHeads } = snapshotHeads(database);
  const anySnapshot = database.prepare('select 1 from snapshots limit 1');
  // What other processes wrote, and what this one did: SQLite counts the two apart.
  const others = database.prepare('pragma data_version').pluck();
  const own = database.prepare('select total_changes()').pluck();
  return {
    record: async (snapshot) => record(snapshot),
    heads: async () => currentHeads(),
    isEmpty: async () => anySnapshot.get() === undefined,
    revision: () => `${String(others.get())} ${String(own.get())}`,
    ...figureQueries(database, headOf),
    ...statementQueries(database, headOf),
    ...findingQueries(database, headOf),
    ...quarantine(database),
  };
}
