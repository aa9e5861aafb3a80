import { describe, expect, test } from 'vitest';

import { openingChats } from './chats.ts';

const KEEPER = { channel: 'telegram', chat: '9', person: '9' } as const;
const GROUP = { channel: 'telegram', chat: '-100', person: '5', group: 'Phường Lộc Thọ' } as const;
const OTHER = { ...GROUP, chat: '-200', group: 'Phường Vĩnh Hải' } as const;
const LEADERS = { ...GROUP, chat: '-300', group: 'Lãnh đạo' } as const;
const KEEPERS = { ...GROUP, chat: '-400', group: 'Quản trị' } as const;
const asKeeper = { person: '9' };

async function openedChats() {
  const chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
  await chats.say({ ...GROUP, ...asKeeper }, '/gan-nhom phường Lộc Thọ');
  await chats.say({ ...OTHER, ...asKeeper }, '/gan-nhom phường Vĩnh Hải');
  return chats;
}

describe('which chats are let in', () => {
  test('is told to a keeper alone and among keepers, elsewhere only of the chat itself', async () => {
    await using chats = await openedChats();
    await chats.say({ ...KEEPERS, ...asKeeper }, '/gan-nhom quản trị');
    expect(await chats.say(KEEPER, '/gan-nhom')).toContain('Phường Vĩnh Hải');
    expect(await chats.say({ ...KEEPERS, ...asKeeper }, '/gan-nhom')).toContain('Phường Vĩnh Hải');
    const inGroup = await chats.say({ ...GROUP, ...asKeeper }, '/gan-nhom');
    expect(inGroup).toContain('nhóm của UBND phường Lộc Thọ');
    expect(inGroup).not.toContain('Vĩnh Hải');
    const unbound = await chats.say({ ...LEADERS, ...asKeeper }, '/gan-nhom');
    expect(unbound).toContain('Nhóm này chưa được kết nối');
    expect(unbound).not.toContain('Vĩnh Hải');
  });
});

describe('what a chat is sent', () => {
  test('ends when it is put out', async () => {
    await using chats = await openedChats();
    await chats.say(GROUP, '/dang-ky 07:00');
    await chats.say({ ...GROUP, ...asKeeper }, '/gan-nhom gỡ');
    expect(await chats.open.reception.audience.subscriptions('morningList')).toEqual([]);
  });

  test('ends as far as it may no longer see it, once it is bound as something else', async () => {
    await using chats = await openedChats();
    await chats.say(GROUP, '/dang-ky 07:00');
    await chats.say(GROUP, '/dang-ky tóm tắt 07:30');
    await chats.say({ ...GROUP, ...asKeeper }, '/gan-nhom phường Vĩnh Hải');
    expect(await chats.say(GROUP, '/lich')).toContain('chưa đăng ký nhận tin');
    await chats.say(GROUP, '/dang-ky 07:00');
    await chats.say({ ...GROUP, ...asKeeper }, '/gan-nhom thành phố Nha Trang');
    expect(await chats.say(GROUP, '/lich')).toContain('UBND phường Vĩnh Hải');
  });

  test('ends too when a code makes it something else', async () => {
    await using chats = await openedChats();
    await chats.say(GROUP, '/dang-ky 07:00');
    const code = /\d{6}/u.exec(await chats.say(KEEPER, '/gan-nhom phường Vĩnh Hải'))?.[0] ?? '';
    await chats.say(GROUP, `/gan-nhom ${code}`);
    expect(await chats.open.reception.audience.subscriptions('morningList')).toEqual([]);
  });

  test('is not promised to a chat that nobody let in: it would never come', async () => {
    await using chats = await openedChats();
    const said = await chats.say(KEEPER, '/dang-ky tóm tắt 07:30');
    expect(said).not.toContain('Đã đăng ký');
    expect(said).toContain('/gan-nhom');
    const code = /\d{6}/u.exec(await chats.say(KEEPER, '/gan-nhom lãnh đạo'))?.[0] ?? '';
    await chats.say(KEEPER, `/gan-nhom ${code}`);
    expect(await chats.say(KEEPER, '/dang-ky tóm tắt 07:30')).toContain('Đã đăng ký');
  });

  test('is ended of one agency, and the rest is told', async () => {
    await using chats = await openedChats();
    await chats.say({ ...LEADERS, ...asKeeper }, '/gan-nhom lãnh đạo');
    await chats.say(LEADERS, '/dang-ky danh sách phường Lộc Thọ #p-loc-tho 07:00');
    await chats.say(LEADERS, '/dang-ky danh sách phường Vĩnh Hải #p-vinh-hai 07:00');
    await chats.say(LEADERS, '/dang-ky tóm tắt 07:30');
    const said = await chats.say(LEADERS, '/huy phường Lộc Thọ');
    expect(said).toContain('Đã hủy');
    expect(said).not.toContain('không nhận tin tự động nữa');
    expect(said).toContain('UBND phường Vĩnh Hải');
    expect(await chats.say(LEADERS, '/lich')).not.toContain('Lộc Thọ');
    expect(await chats.say(LEADERS, '/huy Cam Lâm')).toContain(
      'Không có đăng ký nào như vậy để hủy',
    );
    expect(await chats.say(LEADERS, '/huy hết')).toContain('không nhận tin tự động nữa');
  });

  test('changes its hour for the agency it is about, not for another', async () => {
    await using chats = await openedChats();
    await chats.say({ ...LEADERS, ...asKeeper }, '/gan-nhom lãnh đạo');
    await chats.say(LEADERS, '/dang-ky danh sách phường Lộc Thọ #p-loc-tho 07:00');
    expect(await chats.say(LEADERS, '/lich 06:45')).toContain('06:45');
    const kept = await chats.open.reception.audience.subscriptions('morningList');
    expect(kept.map(({ agency, at }) => [agency, at.toString()])).toEqual([
      ['p-loc-tho', '06:45:00'],
    ]);
  });
});

test('a chat whose agency is gone from the directory is refused, and nothing breaks', async () => {
  await using chats = await openedChats();
  const { audience } = chats.open.reception;
  const bound = await audience.bindingOf('telegram', '-100');
  if (bound === null) throw new Error('not bound');
  const raw = chats.open.storage.database;
  raw.prepare("update bindings set agency = 'p-khong-con' where chat = '-100'").run();
  expect(await chats.say(GROUP, '/tre-han Nha Trang')).toContain('0,77%');
  expect(await chats.say(GROUP, '/sap-den-han phường Vĩnh Hải')).toContain('không xem được');
  expect(await chats.say(GROUP, '/tre-han')).not.toContain('lỗi');
  expect(await chats.say(GROUP, '/dang-ky 07:00')).not.toContain('Đã đăng ký');
  expect(await chats.say(GROUP, '/tro-giup')).toContain('/tre-han');
});
