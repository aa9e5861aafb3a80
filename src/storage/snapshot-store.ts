import type { Caused, Ledger } from '../polling/ledger.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { SnapshotReader, SnapshotStore } from '../snapshots/store.ts';
import { fieldQueries } from './field-rows.ts';
import { figureQueries } from './figure-queries.ts';
import { findingQueries } from './finding-rows.ts';
import type { Storage } from './open.ts';
import { quarantine } from './quarantine-rows.ts';
import type { Reader } from './reading-moment.ts';
import { snapshotRecorder } from './record-snapshot.ts';
import { snapshotHeads } from './snapshot-heads.ts';
import { statementQueries } from './statement-rows.ts';
import { NEWEST_SNAPSHOT, NOW, revisionOf, type Versions, versionsUpTo } from './versions.ts';

/** The snapshots kept in `storage`. */
export function snapshotStore({ database, reader }: Storage): SnapshotStore & Ledger {
  const record = snapshotRecorder(database);
  return {
    record: async (snapshot: Snapshot, messages: Caused = []) => {
      const recorded = record(snapshot, messages);
      reader.renew();
      return recorded;
    },
    ...quarantine(database),
    ...queriesOver(NOW, reader),
    revision: revisionOf(reader.firstCells(NEWEST_SNAPSHOT)),
  };
}

/** The snapshots as they were at a revision, whatever was recorded since: for giving old answers again. */
export function snapshotsAt(revision: number, { reader }: Storage): SnapshotReader {
  return { ...queriesOver(versionsUpTo(revision), reader), revision: () => revision };
}

function queriesOver(versions: Versions, reader: Reader): Omit<SnapshotReader, 'revision'> {
  const { headOf, currentHeads, replacedHeads } = snapshotHeads(reader, versions);
  const any = reader.question(`select 1 from ${versions.snapshots} limit 1`);
  const over = { headOf, versions };
  return {
    heads: async () => currentHeads(),
    replacedHeads: async (by) => replacedHeads(by),
    isEmpty: async () => any.get() === undefined,
    ...figureQueries(reader, over),
    ...fieldQueries(reader, versions),
    ...statementQueries(reader, over),
    ...findingQueries(reader, over),
  };
}
