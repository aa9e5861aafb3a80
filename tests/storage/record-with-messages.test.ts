import { expect, test } from 'vitest';

import { openStorage } from '../../src/storage/open.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { snapshotStore } from '../../src/storage/snapshot-store.ts';
import { figureOf, NHA_TRANG, snapshotOf } from '../contracts/sample-snapshots.ts';
import { messageOf, SEVEN } from '../outbox/messages.ts';

/** A store of snapshots and the outbox beside it. */
function opened() {
  const storage = openStorage(':memory:');
  const [snapshots, outbox] = [snapshotStore(storage), outboxStore(storage)];
  const waiting = async () => (await outbox.counts(SEVEN)).waiting;
  return { snapshots, waiting, [Symbol.dispose]: () => storage.close() };
}

const reading = (received: number) => snapshotOf({ figures: [figureOf(NHA_TRANG, { received })] });

test('a reading is stored together with the messages it causes', async () => {
  using store = opened();
  const messages = [messageOf('alert/1'), messageOf('alert/2')];
  expect(await store.snapshots.record(reading(1), messages)).toMatchObject({ kind: 'stored' });
  expect(await store.waiting()).toBe(2);
});

test('a message that cannot be queued keeps its reading out, too', async () => {
  using store = opened();
  const messages = [messageOf('alert/1'), messageOf('')];
  await expect(store.snapshots.record(reading(1), messages)).rejects.toThrow('CHECK');
  expect(await store.snapshots.isEmpty()).toBe(true);
  expect(await store.waiting()).toBe(0);
});

test('a reading that cannot be stored keeps its messages out, too', async () => {
  using store = opened();
  const wrong = snapshotOf({ figures: [figureOf(NHA_TRANG, { received: -1 })] });
  await expect(store.snapshots.record(wrong, [messageOf('alert/1')])).rejects.toThrow('CHECK');
  expect(await store.waiting()).toBe(0);
});

test('an unchanged reading causes nothing, a changed one what it causes, once', async () => {
  using store = opened();
  await store.snapshots.record(reading(1), [messageOf('alert/1')]);
  await store.snapshots.record(reading(1), [messageOf('alert/2')]);
  expect(await store.waiting()).toBe(1);
  await store.snapshots.record(reading(2), [messageOf('alert/1'), messageOf('alert/2')]);
  expect(await store.waiting()).toBe(2);
});
