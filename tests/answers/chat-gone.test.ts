import { expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { chatGone } from '../../src/answers/chat-gone.ts';
import type { ChatOf } from '../../src/audience/chat-name.ts';
import type { Outgoing } from '../../src/outbox/message.ts';
import { headlineOf } from '../../src/replies/reply.ts';
import { audienceStore } from '../../src/storage/audience-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { SEVEN } from '../outbox/messages.ts';

const GROUP: ChatOf = { channel: 'telegram', chat: '-100' };
const KICKED = '403 Forbidden: bot was kicked';
const LIST = {
  channel: 'telegram',
  address: { chat: '-100', topic: null },
  kind: 'morningList',
  agency: AgencyId.parse('p-loc-tho'),
  at: Temporal.PlainTime.from('07:00'),
  weekday: null,
  whenNothing: 'say',
  since: SEVEN,
  pausedBecause: null,
} as const;

/** Two keepers, a clock wound by hand, and what was put into the outbox. */
function opened() {
  const storage = openStorage(':memory:');
  const audience = audienceStore(storage);
  const store = outboxStore(storage);
  const put: Outgoing[] = [];
  let now = SEVEN;
  const room = {
    audience,
    outbox: {
      async put(messages: readonly Outgoing[], at: Temporal.Instant) {
        put.push(...messages);
        return store.put(messages, at);
      },
    },
    clock: { now: () => now },
    botNames: { 'zalo-bot': 'Bot Đúng Hẹn' },
    keepers: [
      { channel: 'telegram', person: '9' },
      { channel: 'zalo', person: 'abc' },
    ],
  };
  return {
    audience,
    put,
    gone: (chat = GROUP, why = KICKED) => chatGone(chat, why, room),
    waiting: async () => (await store.counts(now)).waiting,
    wind: (hours: number) => void (now = now.add({ hours })),
    [Symbol.dispose]: () => storage.close(),
  };
}

test('what the chat was sent rests, and each keeper is told in private which chat it is', async () => {
  using chats = opened();
  const { audience, put } = chats;
  await audience.bind({
    ...GROUP,
    title: 'Phường Lộc Thọ',
    role: 'agency',
    agency: LIST.agency,
    boundAt: SEVEN,
    boundBy: 'telegram:9',
  });
  await audience.subscribe(LIST);
  await chats.gone();
  expect(await audience.subscriptionsOf('telegram', '-100')).toEqual([
    { ...LIST, pausedBecause: KICKED },
  ]);
  expect(put.map(({ channel, address }) => [channel, address])).toEqual([
    ['telegram', { chat: '9', topic: null }],
    ['zalo', { chat: 'abc', topic: null }],
  ]);
  expect(put.map(({ reply }) => headlineOf(reply))).toEqual([
    'Không gửi được vào nhóm Phường Lộc Thọ',
    'Không gửi được vào nhóm Phường Lộc Thọ',
  ]);
});

test('of a chat that was sent nothing, or rests already, nobody is told', async () => {
  using chats = opened();
  await chats.gone();
  await chats.audience.subscribe({ ...LIST, pausedBecause: KICKED });
  await chats.gone();
  expect(chats.put).toEqual([]);
});

test('a chat that comes and goes is told of once a day', async () => {
  using chats = opened();
  const again = async () => {
    await chats.audience.subscribe(LIST);
    await chats.gone();
    return chats.waiting();
  };
  expect(await again()).toBe(2);
  chats.wind(1);
  expect(await again()).toBe(2);
  chats.wind(24);
  expect(await again()).toBe(4);
});

test('a person of an Official Account is told of as one, who need only write', async () => {
  using chats = opened();
  const person = { channel: 'zalo-oa', chat: '42' };
  await chats.audience.subscribe({ ...LIST, ...person, address: { chat: '42', topic: null } });
  await chats.gone(person, 'oa /v3.0/oa/message/cs: refused (HTTP 200, code -230) silent');
  expect(chats.put.map(({ reply }) => headlineOf(reply))[0]).toBe('Không gửi được cho zalo-oa:42');
  expect(await chats.audience.wake('zalo-oa', '42', SEVEN.add({ hours: 1 }))).toBe(1);
  expect(await chats.audience.subscriptionsOf('zalo-oa', '42')).toMatchObject([
    { pausedBecause: null, since: SEVEN.add({ hours: 1 }) },
  ]);
  expect(await chats.audience.wake('zalo-oa', '42', SEVEN.add({ hours: 2 }))).toBe(0);
});
