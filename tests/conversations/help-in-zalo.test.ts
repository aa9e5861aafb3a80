import { describe, expect, test } from 'vitest';

import { openingChats } from './chats.ts';

const KEEPER = { channel: 'zalo-bot', chat: '1', person: '1' } as const;
const GROUP = { channel: 'zalo-bot', chat: 'g', person: '9', group: 'Phường Lộc Thọ' } as const;
const KEEPERS = [{ channel: 'zalo-bot', person: '1' }];

/** A name typed by hand never reaches the bot, nor does a command without one. */
const PICKED = 'gõ @ rồi chọn tên bot trong danh sách hiện ra';

describe('a group of Zalo Bot is told to type what reaches the bot', () => {
  test.each(['/start', '/tro-giup', '/gan-nhom', '/tre-han Nha Trang', 'xin chào'])(
    'nobody has let it in: %s',
    async (text) => {
      await using chats = await openingChats({ keepers: KEEPERS });
      const said = await chats.say(GROUP, text);
      expect(said).toContain('@Bot Đúng Hẹn /gan-nhom');
      expect(said).toContain(PICKED);
    },
  );

  test.each(['/start', '/tro-giup'])('let in: %s', async (text) => {
    await using chats = await openingChats({ keepers: KEEPERS });
    await chats.say({ ...GROUP, person: '1' }, '/gan-nhom phường Lộc Thọ');
    const taught = 'gõ @, chọn tên bot trong danh sách hiện ra';
    expect(await chats.say(GROUP, text)).toContain(taught);
  });

  test('the keeper, with a code for it', async () => {
    await using chats = await openingChats({ keepers: KEEPERS });
    const said = await chats.say(KEEPER, '/gan-nhom phường Lộc Thọ');
    expect(said).toMatch(/gõ trong nhóm: @Bot Đúng Hẹn \/gan-nhom \d{6} \(gõ @ rồi chọn/u);
    expect(said).not.toMatch(/gõ trong nhóm: \/gan-nhom/u);
  });

  test('the keeper who issued the code elsewhere, where groups are told otherwise', async () => {
    await using chats = await openingChats({ keepers: [{ channel: 'telegram', person: '1' }] });
    const said = await chats.say({ ...KEEPER, channel: 'telegram' }, '/gan-nhom lãnh đạo');
    expect(said).toMatch(/gõ trong nhóm: \/gan-nhom \d{6}$/mu);
    expect(said).toMatch(/Trong nhóm Zalo Bot: @Bot Đúng Hẹn \/gan-nhom \d{6} \(gõ @/u);
  });

  test('the keeper, in the group', async () => {
    await using chats = await openingChats({ keepers: KEEPERS });
    const said = await chats.say({ ...GROUP, person: '1' }, '/gan-nhom');
    expect(said).toContain('@Bot Đúng Hẹn /gan-nhom lãnh đạo');
    expect(said).toContain(PICKED);
  });
});

test.each([
  ['a private chat of Zalo Bot', { ...KEEPER, chat: '7', person: '7' }],
  ['a group of an Official Account', { ...GROUP, channel: 'zalo-oa' }],
  ['a group of Telegram', { ...GROUP, channel: 'telegram' }],
])('%s types commands as they are', async (_, from) => {
  await using chats = await openingChats({ keepers: KEEPERS });
  for (const text of ['/start', '/tre-han Nha Trang']) {
    const said = await chats.say(from, text);
    expect(said).toContain('/gan-nhom và mã');
    expect(said).not.toContain('@');
  }
});

test('of a bot whose name nobody has told us the place of the name is shown', async () => {
  await using chats = await openingChats({ keepers: KEEPERS, botName: '' });
  expect(await chats.say(GROUP, '/start')).toContain('@(tên bot) /gan-nhom');
});

test.each(['/tro-giup', '/start'])('under open access %s teaches it too', async (text) => {
  await using chats = await openingChats({ keepers: [], access: 'open' });
  const taught = 'gõ @, chọn tên bot trong danh sách hiện ra';
  expect(await chats.say(GROUP, text)).toContain(taught);
  expect(await chats.say({ ...GROUP, channel: 'telegram' }, text)).not.toContain(taught);
});
