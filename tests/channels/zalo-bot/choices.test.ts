import { describe, expect, test } from 'vitest';

import { openStorage } from '../../../src/storage/open.ts';
import {
  describeNumbered,
  LIST,
  offering,
  type OpenNumbered,
} from '../../contracts/numbered-choices-contract.ts';
import { AN, BINH, GROUP } from '../../doubles/zalo-bot/chats.ts';
import { BAD_REQUEST, QUOTA_EXCEEDED } from '../../doubles/zalo-bot/faults.ts';
import { openZaloBot } from './open-zalo-bot.ts';

const HERE = { chat: GROUP.id, topic: null };
describe('choices', () => {
  test('are numbered, and the number is the answer', async () => {
    await using bot = await openZaloBot({ answer: offering });
    bot.zalo.says('?');
    const [asked] = await bot.zalo.messages(1);
    expect(asked?.text).toBe('Cơ quan nào?\n\n1. Cấp xã\n2. Chi nhánh\nTrả lời 1 hoặc 2.');
    bot.zalo.says('2');
    expect((await bot.zalo.messages(2)).at(-1)?.text).toBe('answer to /chi-nhanh');
  });

  test('in a group are told to be answered with the mention, each person of their own', async () => {
    await using bot = await openZaloBot({ answer: offering });
    const here = { chat: GROUP, mention: true };
    bot.zalo.says('?', here);
    const [asked] = await bot.zalo.messages(1);
    expect(asked?.text).toContain('Nhắc tên bot rồi trả lời 1 hoặc 2.');
    bot.zalo.says('1', { ...here, from: BINH });
    expect((await bot.zalo.messages(2)).at(-1)?.text).toContain('Cơ quan nào?');
    bot.zalo.says('1', here);
    expect((await bot.zalo.messages(3)).at(-1)?.text).toBe('answer to /cap-xa');
  });

  test('outlive a restart', async () => {
    using storage = openStorage(':memory:');
    {
      await using bot = await openZaloBot({ answer: offering, storage });
      bot.zalo.says('?');
      await bot.zalo.messages(1);
    }
    await using bot = await openZaloBot({ answer: offering, storage });
    bot.zalo.says('1', { id: 'after' });
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: 'answer to /cap-xa' }]);
  });

  test('of what was sent to a group by itself are told to be answered with the mention', async () => {
    await using bot = await openZaloBot({ answer: offering });
    await bot.channel.deliver(HERE, LIST);
    const [pushed] = await bot.zalo.messages(1);
    expect(pushed?.text).toBe(
      'Danh sách\n\n1. Đã nhận\nTrả lời 1 (trong nhóm: nhắc tên bot trước).',
    );
  });
});

const open: OpenNumbered = async (app) => {
  const bot = await openZaloBot(app);
  const { zalo } = bot;
  const how = { chat: GROUP, mention: true };
  return {
    ...bot,
    here: HERE,
    events: 'zaloBot',
    async ask(text, from = 'An') {
      const before = zalo.sent.length;
      zalo.says(text, { ...how, from: from === 'An' ? AN : BINH });
      return (await zalo.messages(before + 1)).at(-1)?.text ?? '';
    },
    async say(text) {
      zalo.says(text, how);
    },
    refusesOnce: (kind) =>
      zalo.fails('sendMessage', kind === 'later' ? QUOTA_EXCEEDED : BAD_REQUEST),
  };
};

describeNumbered('zalo-bot', open);
