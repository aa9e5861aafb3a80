import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { type Storage, openStorage } from '../../src/storage/open.ts';
import { snapshotStore } from '../../src/storage/snapshot-store.ts';
import { figureOf, NHA_TRANG, snapshotOf, YEAR_2023 } from '../contracts/sample-snapshots.ts';

let folder: string;
let here: Storage;
let elsewhere: Storage;
/** What is to be done when the moment is over, in a test that says when. */
let over: (() => void)[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dung-hen-moment-'));
  over = [];
  here = openStorage(join(folder, 'store.db'), (deed) => void over.push(deed));
  elsewhere = openStorage(join(folder, 'store.db'));
});
afterEach(() => {
  here.close();
  elsewhere.close();
  rmSync(folder, { recursive: true });
});

const received = async (storage: Storage) => {
  const readings = await snapshotStore(storage).readings(NHA_TRANG, YEAR_2023);
  return readings.map(({ figure }) => figure.counts.received);
};
const snapshot = (count: number) =>
  snapshotOf({ figures: [figureOf(NHA_TRANG, { received: count })] });

const momentEnds = () => {
  for (const deed of over.splice(0)) deed();
};

describe('what is read together', () => {
  test('is read at one moment, whatever another process records meanwhile', async () => {
    await snapshotStore(here).record(snapshot(1));
    expect(await received(here)).toEqual([1]);
    await snapshotStore(elsewhere).record(snapshot(2));
    expect(await received(here)).toEqual([1]);
    momentEnds();
    expect(await received(here)).toEqual([2]);
  });

  test('is of one moment over turns of the event loop too', async () => {
    await snapshotStore(here).record(snapshot(1));
    expect(await received(here)).toEqual([1]);
    await snapshotStore(elsewhere).record(snapshot(2));
    await nextTurn();
    expect(await received(here)).toEqual([1]);
    expect(over).toHaveLength(1);
  });

  test('ends by itself', async () => {
    await snapshotStore(elsewhere).record(snapshot(1));
    expect(await received(elsewhere)).toEqual([1]);
    await snapshotStore(here).record(snapshot(2));
    await vi.waitFor(async () => expect(await received(elsewhere)).toEqual([2]));
  });

  test('is seen at once when recorded here', async () => {
    expect(await received(here)).toEqual([]);
    await snapshotStore(here).record(snapshot(3));
    expect(await received(here)).toEqual([3]);
  });

  test('holds back nobody who records, and nothing of the file once the moment is over', async () => {
    await snapshotStore(here).record(snapshot(1));
    expect(await received(here)).toEqual([1]);
    await snapshotStore(elsewhere).record(snapshot(2));
    momentEnds();
    const [state] = elsewhere.database
      .prepare<[], { busy: number; log: number; checkpointed: number }>(
        'pragma wal_checkpoint(truncate)',
      )
      .all();
    expect(state).toMatchObject({ busy: 0, log: 0 });
  });

  test('a store may be closed in the middle of it', async () => {
    expect(await received(here)).toEqual([]);
    here.close();
    momentEnds();
    expect(await received(elsewhere)).toEqual([]);
  });
});
