import { expect, test } from 'vitest';

import { openingChats } from './chats.ts';

const GROUP = { channel: 'telegram', chat: '-100', person: '5', group: 'Ninh Hòa' } as const;
const KEEPER = { person: '9' } as const;

async function openedChats() {
  const keepers = [{ channel: 'telegram', person: '9' }];
  const chats = await openingChats({ keepers, access: 'open' });
  await chats.say({ ...GROUP, ...KEEPER }, '/gan-nhom thị xã Ninh Hòa');
  const first = async (
    who: {
      readonly channel: string;
      readonly chat: string;
      readonly person: string;
      readonly group: string;
    },
    text: string,
  ) => (await chats.say(who, text)).split('\n')[0];
  return { ...chats, first };
}

test.each([
  'tỷ lệ trễ hạn của mình',
  'đơn vị mình trễ bao nhiêu phần trăm',
  'huyện mình trễ hạn thế nào',
  'co quan minh tre han bao nhieu phan tram',
  '/tre-han đơn vị mình',
])('"%s" is about the agency of the group, whoever was talked about', async (asked) => {
  await using chats = await openedChats();
  await chats.say(GROUP, 'trễ hạn của Cam Lâm');
  expect(await chats.first(GROUP, asked)).toMatch(/^1,39% .* — UBND thị xã Ninh Hòa, năm 2023$/u);
});

test('it is set beside another one, and has a place in a ranking', async () => {
  await using chats = await openedChats();
  expect(await chats.first(GROUP, 'so sánh huyện mình với Cam Ranh')).toMatch(
    /^Ninh Hòa 1,39% · Cam Ranh 1,62%/u,
  );
  await chats.say(GROUP, 'huyện nào trễ hạn nhiều nhất');
  expect(await chats.first(GROUP, 'mình xếp thứ mấy')).toMatch(/^Ninh Hòa 1,39%: cao thứ 4\/8/u);
});

test('a chat of no agency has no district of its own; the province is not taken for it', async () => {
  await using chats = await openedChats();
  const elsewhere = { ...GROUP, chat: '-200', group: 'Khác' } as const;
  expect(await chats.first(elsewhere, 'huyện mình trễ hạn bao nhiêu')).toBe(
    'Tôi chưa hiểu câu hỏi này',
  );
});

test.each([
  ['Nha Trang và đơn vị mình', /^Ninh Hòa 1,39% · Nha Trang 0,77%/u],
  ['đơn vị mình và Nha Trang trễ hạn bao nhiêu', /^Ninh Hòa 1,39% · Nha Trang 0,77%/u],
  ['đơn vị mình trễ hạn hơn Nha Trang không', /^Ninh Hòa 1,39% · Nha Trang 0,77%/u],
  ['/tre-han đơn vị mình và Nha Trang', /^Ninh Hòa 1,39% · Nha Trang 0,77%/u],
  ['Nha Trang của mình trễ hạn bao nhiêu', /^0,77% .* — UBND thành phố Nha Trang/u],
  ['đơn vị mình so với các xã khác thế nào', /cấp xã thuộc Ninh Hòa/u],
  ['các xã mình trễ hạn thế nào', /cấp xã thuộc Ninh Hòa/u],
  ['các huyện mình', /UBND cấp huyện, năm 2023$/u],
])('"%s" beside others, in the group of a district and after Cam Lâm', async (asked, answered) => {
  await using chats = await openedChats();
  await chats.say(GROUP, 'trễ hạn của Cam Lâm');
  expect(await chats.first(GROUP, asked)).toMatch(answered);
});

test.each(['xã mình trễ bao nhiêu', 'sở mình trễ hạn bao nhiêu', 'phường mình'])(
  '"%s" is not the district that the group is of',
  async (asked) => {
    await using chats = await openedChats();
    expect(await chats.first(GROUP, asked)).toBe('Tôi chưa hiểu câu hỏi này');
  },
);

test.each([
  'đơn vị mình trễ hạn bao nhiêu',
  'cơ quan tôi',
  'hồ sơ của tôi đến đâu rồi',
  'tỷ lệ trễ hạn của mình',
  'Nha Trang và đơn vị mình',
])('"%s" in a chat of no agency is about nobody', async (asked) => {
  await using chats = await openedChats();
  const elsewhere = { ...GROUP, chat: '-200', group: 'Khác' } as const;
  expect(await chats.first(elsewhere, asked)).toBe('Tôi chưa hiểu câu hỏi này');
});

test.each([
  ['bên mình cho hỏi Nha Trang trễ hạn bao nhiêu', /— UBND thành phố Nha Trang/u],
  ['cho bên mình xin tổng quan', /— Tỉnh Khánh Hòa/u],
  ['các huyện của mình trễ hạn thế nào', /UBND cấp huyện/u],
  ['xã mình là Ninh Sơn trễ bao nhiêu', /“Ninh Sơn” là cơ quan nào/u],
])('"%s" in a chat of no agency is about whom it names', async (asked, answered) => {
  await using chats = await openedChats();
  const elsewhere = { ...GROUP, chat: '-200', group: 'Khác' } as const;
  expect(await chats.first(elsewhere, asked)).toMatch(answered);
});
