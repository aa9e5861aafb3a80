import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { openingChats } from './chats.ts';
import { dossier, takeIn } from './due-dossiers.ts';

const KEEPER = { channel: 'telegram', chat: '9', person: '9' } as const;
const GROUP = { channel: 'telegram', chat: '-100', person: '9', group: 'Diên Điền' } as const;
const DIEN_DIEN = AgencyId.parse('x-dien-dien-2025');

/** A commune that took over the name of another has its list; the old one has figures of 2023. */
async function openedChats() {
  const chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
  await takeIn(chats.open.due.dossiers, [dossier('0001', '2026-11-18', { agency: DIEN_DIEN })]);
  return chats;
}

async function boundTo(chats: Awaited<ReturnType<typeof openedChats>>) {
  const binding = await chats.open.reception.audience.bindingOf('telegram', '-100');
  return binding?.agency;
}

describe('a name that an agency of today took over', () => {
  test.each(['xã Diên Điền', 'UBND xã Diên Điền', 'Diên Điền', 'xa dien dien'])(
    'binds a group to the one of today: %s',
    async (name) => {
      await using chats = await openedChats();
      await chats.say(GROUP, `/gan-nhom ${name}`);
      expect(await boundTo(chats)).toBe(DIEN_DIEN);
    },
  );

  test.each([
    ['/sap-den-han xã Diên Điền', /^UBND xã Diên Điền: 1 quá hạn/u],
    ['/qua-han Diên Điền', /^UBND xã Diên Điền: 1 quá hạn/u],
    ['hồ sơ sắp đến hạn của xã Diên Điền', /^UBND xã Diên Điền: 1 quá hạn/u],
    ['hôm nay xã Diên Điền quá hạn bao nhiêu', /^UBND xã Diên Điền: 1 quá hạn/u],
    ['/sap-den-han UBND xã Diên Điền (tỉnh Khánh Hòa, từ 01/07/2025)', /: 1 quá hạn/u],
    ['/sap-den-han xã Diên Điền cũ', /^Chưa có danh sách hồ sơ của UBND xã Diên Điền/u],
    ['/tre-han xã Diên Điền năm 2023', /^0,33% hồ sơ trễ hạn — UBND xã Diên Điền, năm 2023/u],
    ['/tre-han xã Diên Điền', /^0,33% hồ sơ trễ hạn/u],
    // Without a list of today the newest figures are those of the one that gave it its name.
    ['hôm nay xã Diên Thọ quá hạn bao nhiêu', /mới nhất hiện có: 0,32% hồ sơ trễ hạn/u],
  ])('%s', async (asked, first) => {
    await using chats = await openedChats();
    expect(await chats.say(KEEPER, asked)).toMatch(first);
  });

  test('is said to be the one of today', async () => {
    await using chats = await openedChats();
    expect(await chats.say(KEEPER, '/sap-den-han xã Diên Điền')).toContain(
      'Tôi hiểu: UBND xã Diên Điền (tỉnh Khánh Hòa, từ 01/07/2025)',
    );
  });

  test('subscribes to the one of today, and ends what was subscribed to under its name', async () => {
    await using chats = await openedChats();
    await chats.say(GROUP, '/gan-nhom lãnh đạo');
    const subscribed = await chats.say(GROUP, '/dang-ky danh sách xã Diên Điền');
    expect(subscribed).toContain('Đã đăng ký');
    expect(subscribed).not.toContain('không còn');
    const { audience } = chats.open.reception;
    expect(await audience.subscriptionsOf('telegram', '-100')).toMatchObject([
      { agency: DIEN_DIEN },
    ]);
    await chats.say(GROUP, '/huy');
    await chats.say(GROUP, '/dang-ky danh sách #x-dien-dien');
    await chats.say(GROUP, '/huy xã Diên Điền');
    expect(await audience.subscriptionsOf('telegram', '-100')).toEqual([]);
  });
});
