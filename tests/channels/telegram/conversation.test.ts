import { describe, expect, test } from 'vitest';

import type { Incoming } from '../../../src/channels/channel.ts';
import { FORUM, GROUP } from '../../doubles/telegram/chats.ts';
import { openTelegram, says } from './open-telegram.ts';

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
  test('a message is answered in its chat, without a quotation', async () => {
    const { asked, answer } = listening();
    await using bot = await openTelegram({ answer });
    bot.telegram.says('/tre-han Nha Trang');
    const [sent] = await bot.telegram.messages(1);
    expect(sent).toMatchObject({ chat: 11, text: 'answer to /tre-han Nha Trang', replyTo: null });
    expect(asked).toEqual([
      {
        channel: 'telegram',
        chat: '11',
        chatKind: 'private',
        person: '11',
        text: '/tre-han Nha Trang',
        addressed: true,
      },
    ]);
  });

  test('answers of one chat come in the order of the questions, however long each takes', async () => {
    const slow = Promise.withResolvers<void>();
    await using bot = await openTelegram({
      answer: async ({ text }) => {
        if (text === 'slow') await slow.promise;
        return says(text);
      },
    });
    bot.telegram.says('slow');
    bot.telegram.says('quick');
    bot.telegram.says('elsewhere', { chat: GROUP });
    await bot.telegram.messages(1);
    slow.resolve();
    const sent = await bot.telegram.messages(3);
    expect(sent.map(({ text }) => text)).toEqual(['elsewhere', 'slow', 'quick']);
  });

  test('an answer that fails does not silence the chat', async () => {
    await using bot = await openTelegram({
      answer: async ({ text }) => {
        if (text === 'bad') throw new Error('broken');
        return says(text);
      },
    });
    bot.telegram.says('bad');
    bot.telegram.says('good');
    expect(await bot.telegram.messages(1)).toMatchObject([{ text: 'good' }]);
    const why: unknown = expect.stringMatching(/^Error: broken \(at /u);
    expect(bot.log.lines).toContainEqual({
      level: 'error',
      event: 'telegram.answerFailed',
      fields: { why },
    });
  });
});

describe('in groups', () => {
  test('the answer quotes the question; talk that gets no answer stays unanswered', async () => {
    const { asked, answer } = listening();
    await using bot = await openTelegram({ answer });
    bot.telegram.says('talk', { chat: GROUP });
    const question = bot.telegram.says('/tre-han@DungHenBot Nha Trang', { chat: GROUP });
    const [sent] = await bot.telegram.messages(1);
    expect(sent).toMatchObject({ replyTo: question, text: 'answer to /tre-han Nha Trang' });
    expect(asked.map(({ text, addressed }) => [text, addressed])).toEqual([
      ['talk', false],
      ['/tre-han Nha Trang', true],
    ]);
    expect(bot.telegram.sent).toHaveLength(1);
  });

  test('a reply to the bot addresses it', async () => {
    const { asked, answer } = listening();
    await using bot = await openTelegram({ answer });
    bot.telegram.says('@DungHenBot', { chat: GROUP });
    const [first] = await bot.telegram.messages(1);
    bot.telegram.says('còn Cam Ranh?', { chat: GROUP, replyTo: first?.id ?? 0 });
    await bot.telegram.messages(2);
    expect(asked.map(({ text, addressed }) => [text, addressed])).toEqual([
      ['', true],
      ['còn Cam Ranh?', true],
    ]);
  });

  test('an answer stays in the topic of its question', async () => {
    await using bot = await openTelegram();
    bot.telegram.says('/tre-han', { chat: FORUM, topic: 77 });
    expect(await bot.telegram.messages(1)).toMatchObject([{ chat: FORUM.id, topic: 77 }]);
  });

  test('with privacy mode on, the underscore form and mentions reach the bot, and the keeper is warned', async () => {
    const { asked, answer } = listening();
    await using bot = await openTelegram({ answer, privacy: true });
    bot.telegram.says('/tre-han Nha Trang', { chat: GROUP });
    bot.telegram.says('/tre-han@DungHenBot Nha Trang', { chat: GROUP });
    bot.telegram.says('/tre_han@DungHenBot Nha Trang', { chat: GROUP });
    bot.telegram.says('trễ hạn Nha Trang @DungHenBot', { chat: GROUP });
    await bot.telegram.messages(2);
    expect(asked.map(({ text }) => text)).toEqual(['/tre_han Nha Trang', 'trễ hạn Nha Trang']);
    const warnings = bot.log.lines.filter(({ level }) => level === 'warn');
    expect(warnings.map(({ event }) => event)).toEqual(['telegram.privacyModeHidesHyphenCommands']);
  });
});

describe('the menu', () => {
  test('is set for private chats and groups, for Vietnamese phones and all others', async () => {
    await using bot = await openTelegram();
    const menus = await bot.telegram.until(() => {
      const calls = bot.telegram.callsOf('setMyCommands');
      return calls.length === 4 && calls;
    });
    expect(menus.map(({ fields }) => [fields['scope'], fields['language_code']])).toEqual([
      [{ type: 'default' }, undefined],
      [{ type: 'default' }, 'vi'],
      [{ type: 'all_group_chats' }, undefined],
      [{ type: 'all_group_chats' }, 'vi'],
    ]);
    expect(menus[0]?.fields['commands']).toEqual([
      { command: 'tre_han', description: 'Tỷ lệ trễ hạn' },
    ]);
  });
});
