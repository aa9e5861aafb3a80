import { describe } from 'vitest';

import type { SnapshotStore } from '../../src/snapshots/store.ts';
import { describeDoubts } from './snapshot-store-doubts.ts';
import { describeModel } from './snapshot-store-model.ts';
import { describeReading } from './snapshot-store-reading.ts';
import { describeRecording } from './snapshot-store-recording.ts';
import { describeReplacing } from './snapshot-store-replacing.ts';
import { describeStatements } from './snapshot-store-statements.ts';

/** An empty store that goes away at the end of the block that opened it. */
type OpenedStore = AsyncDisposable & { readonly store: SnapshotStore };
export type OpenStore = () => Promise<OpenedStore>;

/** What every `SnapshotStore` does, whatever it keeps its rows in. */
export function describeSnapshotStore(name: string, open: OpenStore): void {
  describe(`snapshots in ${name}`, () => {
    describeRecording(open);
    describeReading(open);
    describeStatements(open);
    describeDoubts(open);
    describeReplacing(open);
    describeModel(open);
  });
}
