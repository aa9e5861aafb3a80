import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { openStorage } from '../../src/storage/open.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { claimed, SENT } from '../contracts/claimed.ts';
import { describeOutboxStore } from '../contracts/outbox-store-contract.ts';
import { after, messageOf, says, SEVEN } from '../outbox/messages.ts';

type Move = readonly [channel: string, from: string, to: string];

describeOutboxStore('memory', async () => {
  const storage = openStorage(':memory:');
  const moves: Move[] = [];
  const onMoved = (...move: Move) => void moves.push(move);
  const store = outboxStore(storage, { onMoved });
  return { store, moves, [Symbol.asyncDispose]: async () => storage.close() };
});

/** An outbox with one message in it, and the database under it. */
async function filled() {
  const storage = openStorage(':memory:');
  const store = outboxStore(storage);
  await store.put([messageOf('a', { reply: says('hồ sơ 1234') })], SEVEN);
  const bodies = () => storage.database.prepare('select reply from outbox').pluck().all();
  return { store, storage, bodies, [Symbol.dispose]: () => storage.close() };
}

describe('what a message says', () => {
  test('is erased with the receipt', async () => {
    using outbox = await filled();
    await outbox.store.settle(await claimed(outbox.store), SENT, SEVEN);
    expect(outbox.bodies()).toEqual([null]);
  });

  test('is kept of a dead one until it is told to forget', async () => {
    using outbox = await filled();
    const dead = { kind: 'dead', reason: 'never', why: '403' } as const;
    await outbox.store.settle(await claimed(outbox.store), dead, SEVEN);
    expect(await outbox.store.forgetBefore(SEVEN)).toBe(0);
    expect(outbox.bodies()).toMatchObject([expect.stringContaining('1234')]);
    expect(await outbox.store.forgetBefore(after(1))).toBe(1);
    expect(outbox.bodies()).toEqual([null]);
    expect(await outbox.store.forgetBefore(after(1))).toBe(0);
  });

  test('and cannot be read by this release ends the message, visibly', async () => {
    using outbox = await filled();
    outbox.storage.database.exec(`update outbox set reply = '{"blocks":"?"}'`);
    await expect(claimed(outbox.store)).rejects.toThrow('not to be had');
    const listed = await outbox.store.undelivered(SEVEN, { most: 9 });
    expect(listed).toMatchObject([{ key: 'a', deadBecause: 'unreadable' }]);
  });
});

describe('whoever speaks SQL', () => {
  test.each([
    [`update outbox set state = 'sent'`, /CHECK/u],
    [`update outbox set state = 'sending'`, /CHECK/u],
    [`update outbox set reply = null`, /CHECK/u],
    [`delete from outbox`, /keys of messages are kept/u],
  ])('%s is refused', async (sql, why) => {
    using outbox = await filled();
    expect(() => outbox.storage.database.exec(sql)).toThrow(why);
  });

  test('what is finished stays finished', async () => {
    using outbox = await filled();
    await outbox.store.settle(await claimed(outbox.store), SENT, SEVEN);
    const revive = `update outbox set state = 'due', receipt = null, finished_at = null, reply = '{}'`;
    expect(() => outbox.storage.database.exec(revive)).toThrow(/stay finished/u);
  });
});

const cannotFollow = () => {
  throw new Error('no such binding');
};

test('a move that others cannot follow is no move', async () => {
  using storage = openStorage(':memory:');
  const store = outboxStore(storage, { onMoved: cannotFollow });
  await store.put([messageOf('a', { chat: '-5' })], SEVEN);
  await expect(store.move('telegram', '-5', '-6')).rejects.toThrow('no such binding');
  expect((await claimed(store, { chat: '-5' })).key).toBe('a');
});

test('two processes share one outbox, and no message', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dung-hen-outbox-'));
  using one = openStorage(join(folder, 'test.db'));
  using other = openStorage(join(folder, 'test.db'));
  const stores = [outboxStore(one), outboxStore(other)];
  await stores[0]?.put([messageOf('a')], SEVEN);
  expect(await stores[1]?.put([messageOf('a')], SEVEN)).toEqual({ queued: 0, known: 1 });
  const claims = await Promise.allSettled(stores.map((store) => claimed(store)));
  expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  rmSync(folder, { recursive: true });
});
