import { expect, test } from 'vitest';

import { openingChats } from './chats.ts';

const PERSON = { chat: '9', person: '9' } as const;

test.each(['/tro-giup', '/start'])(
  '%s in Zalo teaches how a group reaches the bot',
  async (text) => {
    await using chats = await openingChats({ keepers: [], access: 'open' });
    const taught = 'gõ @, chọn tên bot trong danh sách hiện ra';
    expect(await chats.say({ ...PERSON, channel: 'zalo-bot' }, text)).toContain(taught);
    expect(await chats.say({ ...PERSON, channel: 'telegram' }, text)).not.toContain(taught);
  },
);
