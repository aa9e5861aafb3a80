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

describe('an agency that is no more', () => {
  test('is bound only with a warning and who has taken over, to be bound instead by one tap', async () => {
    await using chats = await openedChats();
    const { text, reply } = await chats.hear(GROUP, '/gan-nhom xã Diên Điền cũ');
    expect(text).toContain('UBND xã Diên Điền không còn từ 01/07/2025');
    expect(reply?.choices[0]).toEqual({
      label: 'Gắn Diên Điền (mới)',
      send: '/gan-nhom UBND xã Diên Điền #x-dien-dien-2025',
    });
    expect(await chats.say(GROUP, '1')).toContain(
      'Đã kết nối: nhóm của UBND xã Diên Điền (từ 01/07/2025)',
    );
    expect(await boundTo(chats)).toBe(DIEN_DIEN);
  });

  test('is warned of with its code, too, as what it is to be bound as', async () => {
    await using chats = await openedChats();
    const { text, reply } = await chats.hear(KEEPER, '/gan-nhom lãnh đạo phường Lộc Thọ');
    expect(text).toContain('UBND phường Lộc Thọ không còn từ 01/07/2025');
    expect(reply?.choices.map(({ send }) => send)).toEqual([
      '/gan-nhom lãnh đạo UBND phường Nha Trang #p-nha-trang-2025',
    ]);
    expect(await chats.say(KEEPER, '/gan-nhom')).toContain('Chưa có nhóm nào');
  });

  test('who types its code may not bind, and is offered nothing to bind', async () => {
    await using chats = await openedChats();
    const code = /\b\d{6}\b/u.exec(await chats.say(KEEPER, '/gan-nhom phường Lộc Thọ'))?.[0] ?? '';
    const { text, reply } = await chats.hear({ ...GROUP, person: '5' }, `/gan-nhom ${code}`);
    expect(text).toContain('không còn từ 01/07/2025');
    expect(reply?.choices.map(({ send }) => send)).toEqual(['/dang-ky 07:00']);
  });

  test.each([
    ['/sap-den-han', 'xã Diên Điền cũ', '/sap-den-han UBND xã Diên Điền #x-dien-dien-2025'],
    ['/qua-han', 'xã Diên Điền cũ', '/qua-han UBND xã Diên Điền #x-dien-dien-2025'],
  ])('and has no list is answered by who has taken over: %s %s', async (command, name, send) => {
    await using chats = await openedChats();
    const { text, reply } = await chats.hear(KEEPER, `${command} ${name}`);
    expect(text).toContain('không còn từ');
    expect(reply?.choices.map((choice) => choice.send)).toEqual([send]);
  });

  test('is told of where a group waits for its list: in its own schedule and to the keeper', async () => {
    await using chats = await openedChats();
    await chats.say(GROUP, '/gan-nhom #x-dien-dien');
    await chats.say(GROUP, '/dang-ky 07:00');
    const schedule = await chats.say(GROUP, '/lich');
    expect(schedule).toContain('UBND xã Diên Điền không còn từ 01/07/2025');
    expect(schedule).toContain('gắn lại cuộc trò chuyện này');
    const waits = 'Diên Điền chờ danh sách của UBND xã Diên Điền, có đến 30/06/2025';
    expect(await chats.say(KEEPER, '/trang-thai')).toContain(waits);
    expect(await chats.say(KEEPER, '/gan-nhom')).toContain('có đến 30/06/2025');
    await chats.say(GROUP, '/gan-nhom xã Diên Điền');
    await chats.say(GROUP, '/dang-ky 07:00');
    expect(await chats.say(KEEPER, '/trang-thai')).not.toContain('chờ danh sách');
  });
});
