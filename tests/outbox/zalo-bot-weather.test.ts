import { expect, test } from 'vitest';

import { realWait } from '../../src/channels/wait.ts';
import { silentLog } from '../../src/log.ts';
import { openOutbox } from '../../src/outbox/open-outbox.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { charted, NOON, openZaloBot } from '../channels/zalo-bot/open-zalo-bot.ts';
import {
  BAD_GATEWAY,
  BAD_REQUEST,
  type Fault,
  LOST_ANSWER,
  QUOTA_EXCEEDED,
  RESET,
} from '../doubles/zalo-bot/faults.ts';
import { messageOf, says } from './messages.ts';
import { AGAIN } from './words.ts';

const KEYS = Array.from({ length: 20 }, (_, index) => `list-${String(index)}`);
const MINUTE = 60_000;
const DELIVERY_MS = 111_111;

/** A list for each of twenty groups, every other one with a chart. */
const LISTS = KEYS.map((key, index) =>
  messageOf(key, {
    channel: 'zalo-bot',
    chat: `839000111222333${String(index).padStart(4, '0')}`,
    notBefore: NOON,
    reply: index % 2 === 0 ? says(key) : charted([{ kind: 'text', line: [key] }]),
  }),
);

/** An outbox over the channel, looked at every ten minutes, so many times or until nothing waits. */
async function openPost() {
  const bot = await openZaloBot();
  const store = outboxStore(bot.storage);
  const outbox = openOutbox({
    store,
    channels: [bot.channel],
    paces: {},
    clock: bot.clock,
    // Waiting for Zalo is the clock going on; only a delivery without an outcome is waited for in earnest.
    wait: async (ms, signal) => (ms === DELIVERY_MS ? realWait(ms, signal) : bot.later(ms)),
    log: silentLog,
    random: () => 0,
    sentAgain: AGAIN,
    onNever: async () => undefined,
    owner: 'test',
    patience: { deliveryMs: DELIVERY_MS },
  });
  await outbox.put(LISTS, NOON);
  const rounds = async (most: number) => {
    for (let round = 0; round < most; round += 1) {
      await outbox.deliverRound();
      if ((await store.counts(NOON)).waiting === 0) return;
      bot.later(10 * MINUTE);
    }
  };
  const seen = () => new Set(bot.zalo.sent.map(({ text }) => text.split('\n').at(-1)));
  return { ...bot, store, rounds, seen };
}

test('two hours of outage at the hour of the lists: each group gets its list, once, and without a mark', async () => {
  await using post = await openPost();
  post.zalo.breaksDown(BAD_GATEWAY);
  await post.rounds(12);
  expect(post.zalo.sent).toEqual([]);
  post.zalo.breaksDown(null);
  await post.rounds(2);
  expect(post.zalo.sent.map(({ text }) => text).toSorted()).toEqual(KEYS.toSorted());
  expect(await post.store.counts(NOON)).toMatchObject({ sent: 20, dead: 0, waiting: 0 });
});

test('a month that is used up keeps the rest waiting until there is room again', async () => {
  await using post = await openPost();
  post.zalo.platform.quota = 12;
  await post.rounds(3);
  expect(post.zalo.sent).toHaveLength(12);
  expect(await post.store.counts(NOON)).toMatchObject({ sent: 12, waiting: 8, dead: 0 });
  post.zalo.platform.quota = null;
  await post.rounds(3);
  expect(post.seen()).toEqual(new Set(KEYS));
  expect(post.zalo.sent).toHaveLength(KEYS.length);
});

test('in any weather every list is delivered, at most twice and then marked, or visibly dead', async () => {
  await using post = await openPost();
  const weather: readonly Fault[] = [
    RESET,
    BAD_GATEWAY,
    LOST_ANSWER,
    QUOTA_EXCEEDED,
    BAD_REQUEST,
    LOST_ANSWER,
    LOST_ANSWER,
  ];
  for (const method of ['sendMessage', 'sendPhoto']) {
    for (const fault of weather) post.zalo.fails(method, fault);
  }
  await post.rounds(50);
  const { sent, ...rest } = await post.store.counts(NOON);
  expect(rest).toEqual({ waiting: 0, sending: 0, dead: KEYS.length - sent });
  const dead = new Set((await post.store.undelivered(NOON, { most: 99 })).map(({ key }) => key));
  for (const key of KEYS) {
    const copies = post.zalo.sent.filter(({ text }) => text.split('\n').at(-1) === key);
    const unmarked = copies.filter(({ text }) => text === key);
    expect([key, unmarked.length <= 1, copies.length <= 2]).toEqual([key, true, true]);
    expect([key, dead.has(key) || copies.length > 0]).toEqual([key, true]);
  }
});
