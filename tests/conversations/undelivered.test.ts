import { expect, test } from 'vitest';

import { outboxStore } from '../../src/storage/outbox-store.ts';
import { messageOf, SEVEN } from '../outbox/messages.ts';
import { openingChats } from './chats.ts';

const KEEPER = { channel: 'telegram', chat: '9', person: '9' } as const;
const GROUP = { channel: 'telegram', chat: '-100', person: '5', group: 'Phường Lộc Thọ' } as const;
const KICKED = '403 Forbidden: bot was kicked from the supergroup chat';

/** A bound group that the bot was thrown out of before its list came, and a second list that waits for the network. */
async function openingTroubled() {
  const chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
  await chats.say({ ...GROUP, person: '9' }, '/gan-nhom phường Lộc Thọ');
  await chats.say(GROUP, '/dang-ky 07:00');
  await chats.open.reception.audience.pause('telegram', '-100', KICKED);
  const outbox = outboxStore(chats.open.storage);
  await outbox.put(
    [
      messageOf('morning-list/2026-11-23/telegram:-100', { chat: '-100' }),
      messageOf('leader-digest/2026-11-23/telegram:-300', { chat: '-300' }),
    ],
    SEVEN,
  );
  const lease = { owner: 'x', at: SEVEN, until: SEVEN.add({ minutes: 1 }) };
  for (const { id, address } of await outbox.due('telegram', SEVEN)) {
    const claim = await outbox.claim(id, lease);
    if (claim === null) throw new Error('not to be had');
    await outbox.settle(
      claim,
      address.chat === '-100'
        ? { kind: 'dead', reason: 'never', why: KICKED }
        : { kind: 'unknown', at: SEVEN.add({ hours: 2 }), why: 'ECONNRESET' },
      SEVEN,
    );
  }
  return chats;
}

test('a keeper sees what did not arrive, where and why, and who is sent nothing at present', async () => {
  await using chats = await openingTroubled();
  const said = await chats.say(KEEPER, '/chua-gui');
  expect(said.split('\n').filter((line) => line !== '')).toEqual([
    '2 tin chưa gửi được trong 7 ngày qua',
    'Đã gửi 0 tin; đang chờ gửi 1.',
    '• telegram:-300: bản tóm tắt cho lãnh đạo lúc 07:00 23/11/2026 — đang thử lại, đã thử 1 lần, có thể đã đến (mất mạng: ECONNRESET)',
    '• Phường Lộc Thọ: danh sách hồ sơ đến hạn buổi sáng lúc 07:00 23/11/2026 — ứng dụng nhắn tin từ chối (bot đã bị đưa ra khỏi nhóm)',
    'Đang tạm dừng, gõ /dang-ky trong nhóm để gửi tiếp:',
    '• Phường Lộc Thọ: danh sách hồ sơ đến hạn buổi sáng — bot đã bị đưa ra khỏi nhóm',
  ]);
});

test('in a group a keeper is told of that group only, and others of nothing', async () => {
  await using chats = await openingTroubled();
  const said = await chats.say({ ...GROUP, person: '9' }, '/chua-gui');
  expect(said).toContain('1 tin chưa gửi được');
  expect(said).not.toContain('-300');
  expect(await chats.say(GROUP, '/chua-gui')).toContain('người quản trị');
});

test('troubles of other chats, however many, hide none of a group', async () => {
  await using chats = await openingTroubled();
  const outbox = outboxStore(chats.open.storage);
  const elsewhere = Array.from({ length: 250 }, (_, at) =>
    messageOf(`morning-list/2026-11-24/telegram:-5${String(at)}`, {
      chat: `-5${String(at)}`,
      notBefore: SEVEN.add({ hours: 1 }),
      notAfter: SEVEN.add({ hours: 2 }),
    }),
  );
  await outbox.put(elsewhere, SEVEN);
  await outbox.expire('telegram', SEVEN.add({ hours: 3 }));
  const here = await chats.say({ ...GROUP, person: '9' }, '/chua-gui');
  expect(here).toContain('1 tin chưa gửi được');
  expect(here).toContain('Phường Lộc Thọ: danh sách hồ sơ đến hạn buổi sáng');
  const all = await chats.say(KEEPER, '/chua-gui');
  expect(all).toContain('252 tin chưa gửi được');
  expect(all).toContain('Còn 246 tin nữa.');
});

test('after a week only what is still being tried is named', async () => {
  await using chats = await openingTroubled();
  chats.wind(8 * 24 * 60);
  const said = await chats.say(KEEPER, '/chua-gui');
  expect(said).toContain('1 tin chưa gửi được');
  expect(said).toContain('telegram:-300');
});

test('when all is well it says so', async () => {
  await using chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
  expect(await chats.say(KEEPER, '/chua-gui')).toContain('Không có tin nào chưa gửi được');
});

test('alerts that rest are no matter of course', async () => {
  await using chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
  await chats.say({ ...GROUP, person: '9' }, '/gan-nhom lãnh đạo');
  await chats.say(GROUP, '/dang-ky cảnh báo');
  expect(await chats.say(KEEPER, '/trang-thai')).not.toContain('đang tạm dừng');
  await chats.open.reception.audience.pause('telegram', '-100', KICKED);
  expect(await chats.say(KEEPER, '/trang-thai')).toContain('1 nhóm đang tạm dừng');
});
