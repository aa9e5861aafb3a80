import { describe, expect, test } from 'vitest';

import type { Delivery } from '../../src/channels/channel.ts';
import { TELEGRAM_PACE } from '../../src/channels/telegram/pace.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { after, messageOf, SEVEN } from './messages.ts';
import { openPost } from './open-post.ts';

const flood = (waitMs: number): Delivery => ({
  kind: 'later',
  waitMs,
  why: '429',
  costsNoTry: true,
});
const OUTAGE: Delivery = { kind: 'later', waitMs: 1_000, why: '502' };
const LOST: Delivery = { kind: 'unknown', why: 'ECONNRESET' };
const KICKED: Delivery = { kind: 'never', why: '403 kicked', chatClosed: true };

/** Does this with the first tries, then delivers. */
function first(...deliveries: readonly Delivery[]) {
  const left = [...deliveries];
  return () => left.shift();
}

/** Looks every ten minutes, for tests that last hours. */
const SELDOM = { patience: { lookMs: 600_000 } };

const never = () => new Promise<Delivery>(() => undefined);

describe('when a message goes', () => {
  test('put in this process: at once', async () => {
    const { outbox, time, seen } = openPost();
    outbox.run();
    await time.pass(300);
    await outbox.put([messageOf('a')], SEVEN);
    await time.pass(0);
    expect(seen).toEqual([{ at: '07:00:00.300', chat: '-1', text: 'a' }]);
  });

  test('put by another process: within a second', async () => {
    const { outbox, storage, time, seen } = openPost();
    outbox.run();
    await time.pass(300);
    await outboxStore(storage).put([messageOf('a')], SEVEN);
    await time.pass(1_000);
    expect(seen).toMatchObject([{ at: '07:00:01.000' }]);
  });

  test('for later: within a second of its moment', async () => {
    const { outbox, time, seen } = openPost();
    outbox.run();
    await outbox.put([messageOf('a', { notBefore: after(20_500) })], SEVEN);
    await time.pass(20_499);
    expect(seen).toEqual([]);
    await time.pass(501);
    expect(seen).toMatchObject([{ at: '07:00:21.000' }]);
  });

  test('put again after it was sent: not at all', async () => {
    const { outbox, time, seen } = openPost();
    outbox.run();
    await outbox.put([messageOf('a')], SEVEN);
    await time.pass(5_000);
    expect(await outbox.put([messageOf('a')], after(5_000))).toEqual({ queued: 0, known: 1 });
    await time.pass(5_000);
    expect(seen).toHaveLength(1);
  });

  test('too late: not at all, and visibly', async () => {
    const { outbox, store, time, seen } = openPost();
    await outbox.put([messageOf('a', { notAfter: after(5_000) })], SEVEN);
    await time.pass(5_001);
    outbox.run();
    await time.pass(1_000);
    expect(seen).toEqual([]);
    expect(await store.undelivered(SEVEN, { most: 9 })).toMatchObject([{ deadBecause: 'tooLate' }]);
  });
});

describe('what goes wrong', () => {
  test('a flood limit delays and does not lose, as long as it asks', async () => {
    const { outbox, telegram, time, seen } = openPost();
    telegram.act = first(flood(30_000));
    outbox.run();
    await outbox.put([messageOf('a'), messageOf('b')], SEVEN);
    await time.pass(60_000);
    expect(seen.map(({ at, text }) => [at, text])).toEqual([
      ['07:00:00.000', 'a'],
      ['07:00:30.000', 'a'],
      ['07:00:30.000', 'b'],
    ]);
  });

  test('a flooded chat holds up no other', async () => {
    const { outbox, telegram, time, seen } = openPost();
    telegram.act = (chat) => (chat === '-1' ? flood(30_000) : undefined);
    outbox.run();
    await outbox.put([messageOf('a'), messageOf('b', { chat: '-2' })], SEVEN);
    await time.pass(10_000);
    expect(seen.map(({ text }) => text)).toEqual(['a', 'b']);
  });

  test('an outage is sat out, less and less often', async () => {
    const { outbox, telegram, time, seen } = openPost();
    telegram.act = first(OUTAGE, OUTAGE, OUTAGE, OUTAGE);
    outbox.run();
    await outbox.put([messageOf('a')], SEVEN);
    await time.pass(60_000);
    expect(seen.map(({ at }) => at.slice(3, 8))).toEqual([
      '00:00',
      '00:02',
      '00:06',
      '00:14',
      '00:30',
    ]);
  });

  test('an outage that does not end gives up, visibly', async () => {
    const { outbox, store, telegram, time, seen } = openPost(SELDOM);
    telegram.act = () => OUTAGE;
    outbox.run();
    await outbox.put([messageOf('a')], SEVEN);
    await time.pass(20 * 3_600_000);
    expect(seen).toHaveLength(40);
    expect(await store.undelivered(SEVEN, { most: 9 })).toMatchObject([
      { key: 'a', deadBecause: 'tooManyAttempts', why: '502' },
    ]);
  });

  test('a lost answer is repeated once, marked, and no more', async () => {
    const { outbox, store, telegram, time, seen } = openPost(SELDOM);
    telegram.act = () => LOST;
    outbox.run();
    await outbox.put([messageOf('a')], SEVEN);
    await time.pass(3_600_000);
    expect(seen.map(({ text }) => text)).toEqual(['a', '(again) a']);
    expect(await store.undelivered(SEVEN, { most: 9 })).toMatchObject([
      { deadBecause: 'unknownTwice', mayHaveArrived: true },
    ]);
  });

  test.each<[string, () => Promise<Delivery>]>([
    ['has no outcome', never],
    ['fails in the channel', () => Promise.reject(new Error('bug'))],
  ])('a delivery that %s may have arrived', async (_case, outcome) => {
    const { outbox, telegram, time, seen } = openPost();
    telegram.act = (_chat, text) => (text === 'a' ? outcome() : undefined);
    outbox.run();
    await outbox.put([messageOf('a')], SEVEN);
    await time.pass(200_000);
    expect(seen.map(({ text }) => text)).toEqual(['a', '(again) a']);
  });

  test('a moved group gets its messages at its new id, at once', async () => {
    const { outbox, telegram, time, seen } = openPost();
    telegram.act = (chat) => (chat === '-1' ? { kind: 'moved', to: '-100' } : undefined);
    outbox.run();
    await outbox.put([messageOf('a'), messageOf('b')], SEVEN);
    await time.pass(0);
    expect(seen.map(({ chat, text }) => `${chat} ${text}`)).toEqual(['-1 a', '-100 a', '-100 b']);
  });

  test('a chat that closed is told of, though telling may fail', async () => {
    const told: unknown[] = [];
    const onNever = async (...closed: readonly string[]) => {
      told.push(closed);
      throw new Error('store is busy');
    };
    const { outbox, telegram, time, store } = openPost({ onNever });
    telegram.act = first(KICKED, { kind: 'never', why: '400 message is too long' });
    outbox.run();
    await outbox.put([messageOf('a'), messageOf('b')], SEVEN);
    await time.pass(1_000);
    expect(told).toEqual([['telegram', '-1', '403 kicked']]);
    expect(await store.counts(SEVEN)).toMatchObject({ dead: 2, waiting: 0 });
  });

  test('a store that fails for a while loses nothing', async () => {
    const { store: real } = openPost();
    let fails = true;
    const due: typeof real.due = (...of) =>
      fails ? Promise.reject(new Error('disk full')) : real.due(...of);
    const { outbox, log, time, seen } = openPost({ store: { ...real, due } });
    outbox.run();
    await outbox.put([messageOf('a')], SEVEN);
    await time.pass(2_500);
    expect(log.lines.map(({ event }) => event)).toContain('outbox.lookFailed');
    fails = false;
    await time.pass(1_000);
    expect(seen).toMatchObject([{ text: 'a' }]);
  });
});

describe('a restart', () => {
  test('finds what a process left behind when its lease is over, and marks it', async () => {
    const old = openPost();
    old.telegram.act = never;
    old.outbox.run();
    await old.outbox.put([messageOf('a'), messageOf('b', { chat: '-2' })], SEVEN);
    await old.time.pass(0);
    const { outbox, time, seen } = openPost({ storage: old.storage });
    await outbox.put([messageOf('c')], SEVEN);
    outbox.run();
    await time.pass(149_999);
    expect(seen).toEqual([]);
    await time.pass(10_000);
    expect(seen.map(({ text }) => text)).toEqual(['(again) a', '(again) b', 'c']);
  });

  test('keeps the pace of before', async () => {
    const paces = { telegram: TELEGRAM_PACE };
    const old = openPost({ paces });
    await old.outbox.put(
      Array.from({ length: 21 }, (_, index) => messageOf(`a${String(index)}`)),
      SEVEN,
    );
    const stop = old.outbox.run();
    await old.time.pass(30_000);
    expect(old.seen).toHaveLength(20);
    await stop();
    const { outbox, seen } = openPost({ paces, storage: old.storage, time: old.time });
    outbox.run();
    await old.time.pass(29_000);
    expect(seen).toEqual([]);
    await old.time.pass(2_000);
    expect(seen).toMatchObject([{ text: 'a20' }]);
  });
});

describe('stopping', () => {
  test('waits for what is under way and begins nothing new', async () => {
    const { outbox, store, telegram, time, seen } = openPost();
    const { promise, resolve } = Promise.withResolvers<Delivery>();
    telegram.act = () => promise;
    const stop = outbox.run();
    await outbox.put([messageOf('a'), messageOf('b')], SEVEN);
    await time.pass(0);
    const stopped = stop();
    await time.pass(1_000);
    resolve({ kind: 'delivered', receipt: '1' });
    await stopped;
    await time.pass(5_000);
    expect(seen).toHaveLength(1);
    expect(await store.counts(SEVEN)).toMatchObject({ sent: 1, waiting: 1, sending: 0 });
  });

  test('does not wait for ever', async () => {
    const { outbox, log, telegram, time } = openPost();
    telegram.act = never;
    const stop = outbox.run();
    await outbox.put([messageOf('a')], SEVEN);
    await time.pass(0);
    const stopped = stop();
    await time.pass(10_000);
    await stopped;
    expect(log.lines.map(({ event }) => event)).toContain('outbox.cutShort');
  });
});

describe('a single round', () => {
  test('delivers one message of each chat and knows what became of it', async () => {
    const { outbox, store, time, seen } = openPost();
    await outbox.put([messageOf('a'), messageOf('b', { chat: '-2' }), messageOf('c')], SEVEN);
    const round = outbox.deliverRound();
    await time.pass(0);
    await round;
    expect(seen.map(({ text }) => text)).toEqual(['a', 'b']);
    expect(await store.counts(SEVEN)).toMatchObject({ sent: 2, waiting: 1 });
  });
});
