import { describe, expect, test } from 'vitest';

import type { Incoming } from '../../../src/channels/channel.ts';
import { textReply } from '../../../src/replies/reply.ts';
import { openStorage } from '../../../src/storage/open.ts';
import { BINH, GROUP } from '../../doubles/zalo-bot/chats.ts';
import { BAD_REQUEST, QUOTA_EXCEEDED } from '../../doubles/zalo-bot/faults.ts';
import { openZaloBot, says } from './open-zalo-bot.ts';

/** Offers two choices to every question but those it offers. */
const offering = async ({ text }: Incoming) =>
  text.startsWith('/')
    ? says(`answer to ${text}`)
    : textReply(
        [{ kind: 'headline', line: ['Cơ quan nào?'] }],
        [
          { label: 'Cấp xã', send: '/cap-xa' },
          { label: 'Chi nhánh', send: '/chi-nhanh' },
        ],
      );

type Bot = Awaited<ReturnType<typeof openZaloBot>>;

const HERE = { chat: GROUP.id, topic: null };
/** Sent by itself, with one choice. */
const LIST = textReply(
  [{ kind: 'headline', line: ['Danh sách'] }],
  [{ label: 'Đã nhận', send: '/da-nhan' }],
);

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

  const pushes: readonly (readonly [string, (bot: Bot) => Promise<unknown>])[] = [
    ['is only made ready', async ({ channel }) => channel.prepare?.(HERE, LIST)],
    [
      'Zalo did not take',
      async ({ channel, zalo }) => {
        zalo.fails('sendMessage', QUOTA_EXCEEDED);
        await channel.deliver(HERE, LIST);
      },
    ],
    [
      'has no choices',
      async ({ channel, zalo }) => {
        await channel.deliver(HERE, says('Cảnh báo'));
        await zalo.messages(2);
      },
    ],
  ];

  test.each(pushes)('are those of the answer, not of a push that %s', async (_case, push) => {
    await using bot = await openZaloBot({ answer: offering });
    bot.zalo.says('?', { chat: GROUP, mention: true });
    await bot.zalo.messages(1);
    await bot.zalo.incoming.delivered();
    bot.later(1000);
    await push(bot);
    const before = bot.zalo.sent.length;
    bot.zalo.says('1', { chat: GROUP, mention: true });
    expect((await bot.zalo.messages(before + 1)).at(-1)?.text).toBe('answer to /cap-xa');
  });

  test('of an answer that did not get through do not count', async () => {
    await using bot = await openZaloBot({ answer: offering });
    const here = { chat: GROUP, mention: true };
    await bot.channel.deliver(HERE, LIST);
    bot.later(1000);
    bot.zalo.fails('sendMessage', BAD_REQUEST);
    bot.zalo.says('?', here);
    await bot.log.line('zaloBot.answerNotDelivered');
    bot.zalo.says('1', here);
    expect((await bot.zalo.messages(2)).at(-1)?.text).toBe('answer to /da-nhan');
  });

  test('of what was sent to a group by itself are answered by anyone there', async () => {
    await using bot = await openZaloBot({ answer: offering });
    await bot.channel.deliver(HERE, LIST);
    const [pushed] = await bot.zalo.messages(1);
    expect(pushed?.text).toBe(
      'Danh sách\n\n1. Đã nhận\nTrả lời 1 (trong nhóm: nhắc tên bot trước).',
    );
    bot.zalo.says('1', { chat: GROUP, mention: true, from: BINH });
    expect((await bot.zalo.messages(2)).at(-1)?.text).toBe('answer to /da-nhan');
  });
});
