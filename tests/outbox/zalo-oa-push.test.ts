import { expect, test } from 'vitest';

import { zaloOaPace } from '../../src/channels/zalo-oa/plans.ts';
import { zaloOaChannel } from '../../src/channels/zalo-oa/zalo-oa-channel.ts';
import { silentLog } from '../../src/log.ts';
import type { Outgoing } from '../../src/outbox/message.ts';
import { openOutbox } from '../../src/outbox/open-outbox.ts';
import { choiceListStore } from '../../src/storage/choice-list-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { seenEvents } from '../../src/storage/seen-events.ts';
import { tokenStore } from '../../src/storage/token-store.ts';
import { ACCOUNT, clientOf } from '../channels/zalo-oa/client-of.ts';
import { charted, PICTURE, says, WORDS } from '../channels/zalo-oa/open-zalo-oa.ts';
import { HandWoundTime } from '../doubles/hand-wound-time.ts';
import { WatchedFetch } from '../doubles/watched-fetch.ts';
import {
  BAD_GATEWAY,
  BUSY,
  type Fault,
  HANG,
  LOST_ANSWER,
  RATE_LIMIT,
  RESET,
  TOKEN_EXPIRED,
  TOO_MANY,
} from '../doubles/zalo-oa/faults.ts';
import { FIRST_REFRESH_TOKEN } from '../doubles/zalo-oa/oauth.ts';
import { ZaloOaDouble } from '../doubles/zalo-oa/zalo-oa-double.ts';
import { messageOf, SEVEN } from './messages.ts';
import { AGAIN } from './words.ts';

const GROUPS = Array.from({ length: 190 }, (_, index) => `g${String(index)}`);
const REQUESTS_PER_MINUTE = 100;

/** Nine in ten get a list, one in ten a digest with a chart, one in nineteen a list of several parts. */
function replyTo(group: string, index: number) {
  const line = { kind: 'text', line: [`list of ${group}`] } as const;
  if (index % 10 === 0) return charted([line]);
  const rows = Array.from({ length: 60 }, (_, row) => [
    `hồ sơ ${String(row)} của đơn vị`.repeat(2),
  ]);
  const choices = [{ label: 'Đã nhận', send: '/da-nhan' }];
  const listed = says(`list of ${group}`, choices);
  return index % 19 === 1
    ? { ...listed, blocks: [...listed.blocks, { kind: 'list', items: rows } as const] }
    : listed;
}

const MESSAGES: readonly Outgoing[] = GROUPS.map((group, index) =>
  messageOf(`morning-list/${group}`, {
    channel: 'zalo-oa',
    chat: `gmf-${group}`,
    reply: replyTo(group, index),
  }),
);

async function openPush() {
  const network = new WatchedFetch();
  const time = new HandWoundTime(SEVEN, network.settled);
  const zalo = await ZaloOaDouble.open({ clock: time, requestsPerMinute: REQUESTS_PER_MINUTE });
  for (const group of GROUPS) zalo.api.gmf.add(group);
  const storage = openStorage(':memory:');
  await tokenStore(storage).adopt(ACCOUNT, FIRST_REFRESH_TOKEN, SEVEN);
  const around = { root: zalo.root, storage, clock: time, wait: time.wait, log: silentLog };
  const channel = zaloOaChannel(
    {
      appId: '1',
      webhookKey: 'k',
      names: [],
      requestsPerMinute: REQUESTS_PER_MINUTE,
      fileMinutes: null,
      unconfirmed: {},
      words: WORDS,
      patience: { sendMs: 1_000 },
    },
    {
      ...around,
      oa: clientOf({ ...around, fetch: network.fetch, timeoutMs: 300 }),
      draw: async () => PICTURE,
      lists: choiceListStore(storage),
      seen: seenEvents(storage),
    },
  );
  const store = outboxStore(storage);
  const outbox = openOutbox({
    store,
    channels: [channel],
    paces: { 'zalo-oa': zaloOaPace(REQUESTS_PER_MINUTE) },
    clock: time,
    wait: time.wait,
    log: silentLog,
    random: () => 0,
    sentAgain: AGAIN,
    onNever: async () => undefined,
    owner: 'test',
  });
  return { time, zalo, storage, store, outbox };
}

/** Runs the outbox until nothing is left; tells how many seconds that took by the clock. */
async function pushed({ time, store, outbox }: Awaited<ReturnType<typeof openPush>>) {
  await outbox.put(MESSAGES, SEVEN);
  outbox.run();
  for (let second = 1; second < 3_600; second += 1) {
    await time.pass(1_000);
    const { waiting, sending } = await store.counts(SEVEN);
    if (waiting + sending === 0) return second;
  }
  throw new Error('not done within an hour');
}

/** The first texts a group was sent: whole replies, without the parts that follow. */
const listsIn = (zalo: ZaloOaDouble, group: string) =>
  zalo.sentTo(group).filter(({ text }) => text.includes(`list of ${group}`));

test('a push to 190 groups without faults: each once, at the pace of the plan', async () => {
  const push = await openPush();
  const seconds = await pushed(push);
  const { zalo } = push;
  for (const group of GROUPS) expect(listsIn(zalo, group)).toHaveLength(1);
  expect(zalo.tooFast).toBe(0);
  expect(zalo.sent.filter(({ image }) => image !== null)).toHaveLength(19);
  // One picture for all, uploaded once.
  expect(zalo.callsOf('upload/image')).toHaveLength(1);
  const requests = zalo.callsOf('message').length + 1;
  expect(seconds).toBeLessThanOrEqual((requests / REQUESTS_PER_MINUTE) * 60 * 1.1);
  await zalo[Symbol.asyncDispose]();
});

/** After so many calls. */
const FAULTS: readonly (readonly [number, Fault])[] = [
  [3, BAD_GATEWAY],
  [4, BAD_GATEWAY],
  [10, LOST_ANSWER],
  [20, RATE_LIMIT],
  [21, RATE_LIMIT],
  [22, RATE_LIMIT],
  [35, TOKEN_EXPIRED],
  [50, TOO_MANY(7)],
  [60, HANG],
  [70, RESET],
  [80, BUSY],
  [100, LOST_ANSWER],
  [130, HANG],
  [150, BAD_GATEWAY],
  [170, RATE_LIMIT],
  [180, LOST_ANSWER],
];

test('a push to 190 groups in bad weather ends complete and within the plan, each group once or marked', async () => {
  const push = await openPush();
  const { zalo, store } = push;
  for (const [after, fault] of FAULTS) zalo.failsAfter('group/message', after, fault);
  zalo.failsAfter('access_token', 0, BAD_GATEWAY);
  zalo.failsAfter('upload/image', 0, RESET);
  // And all tokens stop working in the middle of it.
  zalo.onCarriedOut = () => {
    if (zalo.sent.length < 90) return;
    zalo.onCarriedOut = () => undefined;
    zalo.oauth.expireAccess();
  };
  const seconds = await pushed(push);
  expect(await store.counts(SEVEN)).toMatchObject({ sent: 190, dead: 0 });
  for (const group of GROUPS) {
    const lists = listsIn(zalo, group);
    const unmarked = lists.filter(({ text }) => !text.startsWith('(again)'));
    expect([group, lists.length > 0, unmarked.length <= 1, lists.length <= 2]).toEqual([
      group,
      true,
      true,
      true,
    ]);
  }
  // Else no answer was lost, and nothing is proved.
  const marked = zalo.sent.filter(({ text }) => text.startsWith('(again)'));
  expect(marked.length).toBeGreaterThanOrEqual(5);
  expect(zalo.tooFast).toBe(0);
  expect(zalo.oauth).toMatchObject({ refused: 0, renewals: 3 });
  expect(seconds).toBeLessThan(300);
  await zalo[Symbol.asyncDispose]();
});
