import type { Outgoing } from '../outbox/message.ts';
import type { Snapshot, SnapshotId } from '../snapshots/snapshot.ts';
import type { Recorded } from '../snapshots/store.ts';

/** Messages that a reading causes; those that cite it are made once its number is known. */
export type Caused = readonly Outgoing[] | ((id: SnapshotId) => readonly Outgoing[]);

/** Where a reading is written down together with the messages it causes: both, or neither. */
export type Ledger = {
  /** An unchanged reading causes nothing: its messages are not queued. */
  record(snapshot: Snapshot, messages?: Caused): Promise<Recorded>;
};
