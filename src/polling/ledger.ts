import type { Outgoing } from '../outbox/message.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Recorded } from '../snapshots/store.ts';

/** Where a reading is written down together with the messages it causes: both, or neither. */
export type Ledger = {
  /** An unchanged reading causes nothing: its messages are not queued. */
  record(snapshot: Snapshot, messages?: readonly Outgoing[]): Promise<Recorded>;
};
