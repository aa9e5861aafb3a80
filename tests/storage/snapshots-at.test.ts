import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { openStorage } from '../../src/storage/open.ts';
import { snapshotsAt, snapshotStore } from '../../src/storage/snapshot-store.ts';
import { everythingIn, recordings } from '../contracts/snapshot-store-model.ts';

test('whatever is recorded later, a revision says what the store said then', async () => {
  await fc.assert(
    fc.asyncProperty(recordings, async (snapshots) => {
      using storage = openStorage(':memory:');
      const store = snapshotStore(storage);
      const said = new Map([[store.revision(), await everythingIn(store)]]);
      for (const next of snapshots) {
        await store.record(next);
        said.set(store.revision(), await everythingIn(store));
      }
      for (const [revision, then] of said) {
        const replayed = snapshotsAt(revision, storage);
        expect(await everythingIn(replayed)).toEqual(then);
        expect(replayed.revision()).toBe(revision);
      }
    }),
    { numRuns: 12 },
  );
});
