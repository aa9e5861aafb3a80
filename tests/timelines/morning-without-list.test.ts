import { expect, test } from 'vitest';

import { morningList } from '../../jobs/morning-list.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { runStore } from '../../src/storage/run-store.ts';
import { openingChats } from '../conversations/chats.ts';

const GROUP = { channel: 'telegram', chat: '-100', person: '9', group: 'Nhóm' } as const;

/** A group that waits for a list of an agency from the next morning on. */
async function waitingFor(agency: string) {
  const chats = await openingChats({
    keepers: [{ channel: 'telegram', person: '9' }],
    now: '2026-11-23T06:50+07:00',
  });
  await chats.say(GROUP, `/gan-nhom ${agency}`);
  await chats.say(GROUP, '/dang-ky 07:00');
  const { due, reception, storage } = chats.open;
  const outbox = outboxStore(storage);
  const runs = runStore(storage);
  const room = { due, audience: reception.audience, outbox, runs, onChartsComing: () => undefined };
  const waiting = async () => (await outbox.counts(due.clock.now())).waiting;
  return { chats, waiting, outbox, run: () => morningList(room).run({ dry: false }) };
}

test('a group that waits for a list there is none of is told so on the first morning, and only then', async () => {
  const { chats, run, waiting } = await waitingFor('xã Diên Thọ');
  await using _ = chats;
  chats.wind(11);
  expect((await run()).summary).toMatchObject({ queued: 0, noList: 1 });
  expect(await waiting()).toBe(1);
  chats.wind(1);
  await run();
  chats.wind(24 * 60);
  expect((await run()).summary).toMatchObject({ noList: 1 });
  expect(await waiting()).toBe(1);
});

test('where the agency is no more, it is told who has taken over', async () => {
  const { chats, run } = await waitingFor('#x-dien-dien');
  await using _ = chats;
  chats.wind(11);
  expect((await run()).details).toEqual([
    'no-list/telegram:-100/x-dien-dien Chưa có danh sách hồ sơ của UBND xã Diên Điền',
  ]);
});

test('whoever wants no list any more is not told that there is none', async () => {
  const { chats, run, outbox } = await waitingFor('xã Diên Thọ');
  await using _ = chats;
  chats.wind(11);
  await run();
  const now = chats.open.due.clock.now();
  expect(await outbox.expire('telegram', now)).toBe(0);
  await chats.say(GROUP, '/huy');
  expect(await outbox.expire('telegram', now)).toBe(1);
});
