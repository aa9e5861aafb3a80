import { describe, expect, test } from 'vitest';

import type { Incoming } from '../../../src/channels/channel.ts';
import { textReply } from '../../../src/replies/reply.ts';
import { AN, BOT_NAME, GROUP, OTHER_GROUP, PRIVATE } from '../../doubles/zalo-bot/chats.ts';
import type { ZaloBotDouble } from '../../doubles/zalo-bot/zalo-bot-double.ts';
import { openZaloBot, says } from './open-zalo-bot.ts';

/** An answer that keeps what it was asked. */
function listening() {
  const asked: Incoming[] = [];
  const answer = async (message: Incoming) => {
    asked.push(message);
    return message.text === 'talk' ? null : says(`answer to ${message.text}`);
  };
  return { asked, answer };
}

describe('in private', () => {
  test('a message is answered in its chat', async () => {
    const { asked, answer } = listening();
    await using bot = await openZaloBot({ answer });
    bot.zalo.says('/tre-han Nha Trang');
    const [sent] = await bot.zalo.messages(1);
    expect(sent).toMatchObject({ chat: AN.id, text: 'answer to /tre-han Nha Trang' });
    expect(asked).toEqual([
      {
        channel: 'zalo-bot',
        chat: AN.id,
        chatKind: 'private',
        person: AN.id,
        text: '/tre-han Nha Trang',
        addressed: true,
      },
    ]);
    await bot.stop();
    expect(bot.counts).toEqual({ sent: 1, received: 1 });
  });

  test('what brings no words is not answered and counts all the same; what is no message does not', async () => {
    await using bot = await openZaloBot();
    const message = { message_id: 's1', date: 1, from: AN, chat: PRIVATE, sticker: 'x' };
    bot.zalo.incoming.bring({ event_name: 'message.sticker.received', message });
    bot.zalo.incoming.bring({
      event_name: 'user.seen',
      message: { ...message, message_id: 's2' },
    });
    await bot.zalo.incoming.delivered();
    await bot.stop();
    expect([bot.counts, bot.zalo.sent]).toEqual([{ sent: 0, received: 1 }, []]);
    expect((await bot.log.line('zaloBot.eventIgnored')).fields).toEqual({ event: 'user.seen' });
  });

  test('a count that cannot be kept costs no answer, and makes no sent message an unknown one', async () => {
    await using bot = await openZaloBot({
      counted: () => Promise.reject(new Error('disk full')),
    });
    bot.zalo.says('?');
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: '?' }]);
    const delivery = await bot.channel.deliver({ chat: GROUP.id, topic: null }, says('list'));
    expect(delivery).toMatchObject({ kind: 'delivered' });
    expect(bot.log.lines.map(({ event }) => event)).toContain('zaloBot.notCounted');
  });

  test('answers of one chat come in the order of the questions, however long each takes', async () => {
    const slow = Promise.withResolvers<void>();
    await using bot = await openZaloBot({
      answer: async ({ text }) => {
        if (text === 'slow') await slow.promise;
        return says(text);
      },
    });
    bot.zalo.says('slow');
    await bot.zalo.incoming.delivered();
    bot.zalo.says('quick');
    bot.zalo.says('elsewhere', { chat: GROUP, mention: true });
    await bot.zalo.messages(1);
    slow.resolve();
    const sent = await bot.zalo.messages(3);
    expect(sent.map(({ text }) => text)).toEqual(['elsewhere', 'slow', 'quick']);
  });

  test('an answer that fails does not silence the chat', async () => {
    await using bot = await openZaloBot({
      answer: async ({ text }) => {
        if (text === 'bad') throw new Error('broken');
        return says(text);
      },
    });
    bot.zalo.says('bad');
    await bot.zalo.incoming.delivered();
    bot.zalo.says('good');
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: 'good' }]);
    expect(bot.log.lines.map(({ event }) => event)).toContain('zaloBot.answerFailed');
  });

  test('what is emphasised is bold, and no letter is taken for markup', async () => {
    const blocks = [
      { kind: 'headline', line: ['Nha Trang: ', { strong: '0,77%' }] },
      { kind: 'text', line: ['*không đậm* ', { strong: '32' }] },
    ] as const;
    await using bot = await openZaloBot({ answer: async () => textReply(blocks) });
    bot.zalo.says('?');
    const [sent] = await bot.zalo.messages(1);
    expect(sent).toMatchObject({
      text: 'Nha Trang: 0,77%\n\n*không đậm* 32',
      bold: ['Nha Trang: 0,77%', '32'],
    });
  });

  test('without styles, should Zalo not take them', async () => {
    await using bot = await openZaloBot({
      answer: async () => textReply([{ kind: 'headline', line: ['0,77%'] }]),
      unconfirmed: { textStyles: false },
    });
    bot.zalo.says('?');
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: '0,77%', bold: [] }]);
  });
});

function tellName({ platform }: ZaloBotDouble): void {
  platform.displayName = BOT_NAME;
}

describe('in groups', () => {
  test.each([
    ['as it is shown', '/tre-han Nha Trang'],
    ['before plain words', 'Nha Trang trễ hạn bao nhiêu?'],
  ])('the mention of the bot is not part of the question: %s', async (_case, text) => {
    const { asked, answer } = listening();
    await using bot = await openZaloBot({ answer });
    bot.zalo.says(text, { chat: GROUP, mention: true });
    expect(await bot.zalo.messages(1)).toMatchObject([{ chat: GROUP.id }]);
    expect(asked).toMatchObject([{ text, chatKind: 'group', chat: GROUP.id, person: AN.id }]);
  });

  test('a longer name than the keeper tells is stripped whole, once Zalo tells it', async () => {
    const { asked, answer } = listening();
    await using bot = await openZaloBot({ answer, names: ['Bot'], before: tellName });
    bot.zalo.says('Nha Trang trễ hạn?', { chat: GROUP, mention: true });
    await bot.zalo.messages(1);
    expect(asked.map(({ text }) => text)).toEqual(['Nha Trang trễ hạn?']);
  });

  test('a reply to the bot reaches it without a mention, other talk never does', async () => {
    const { asked, answer } = listening();
    await using bot = await openZaloBot({ answer });
    bot.zalo.says('/tre-han', { chat: GROUP });
    bot.zalo.says('còn Cam Ranh?', { chat: GROUP, repliesToBot: true });
    await bot.zalo.messages(1);
    expect(asked.map(({ text }) => text)).toEqual(['còn Cam Ranh?']);
  });

  test('the bot introduces itself once when it is added, should Zalo tell', async () => {
    await using bot = await openZaloBot();
    for (const name of ['bot.group.joined', 'bot.added']) {
      const message = { message_id: name, date: 1, from: AN, chat: GROUP };
      bot.zalo.incoming.bring({ event_name: name, message });
      await bot.zalo.incoming.delivered();
    }
    const message = { message_id: 'r', date: 1, from: AN, chat: OTHER_GROUP };
    bot.zalo.incoming.bring({ event_name: 'message.reaction.received', message });
    bot.zalo.says('last');
    const sent = await bot.zalo.messages(2);
    expect(sent).toMatchObject([
      { chat: GROUP.id, text: '/start' },
      { chat: AN.id, text: 'last' },
    ]);
  });

  test('other bots, stickers and what Zalo withholds are passed over', async () => {
    const { asked, answer } = listening();
    await using bot = await openZaloBot({ answer });
    bot.zalo.says('of a bot', { from: { ...AN, is_bot: true } });
    const message = { message_id: 's', date: 1, from: AN, chat: GROUP, sticker: '123' };
    bot.zalo.incoming.bring({ event_name: 'message.sticker.received', message });
    bot.zalo.incoming.bring({ event_name: 'message.unsupported.received' });
    await bot.zalo.incoming.delivered();
    bot.zalo.says('last');
    await bot.zalo.messages(1);
    expect(asked.map(({ text }) => text)).toEqual(['last']);
    expect(bot.zalo.incoming.statuses).toEqual([200, 200, 200, 200]);
  });
});
