import { describe, expect, test } from 'vitest';

import type { Incoming } from '../../../src/channels/channel.ts';
import { textReply } from '../../../src/replies/reply.ts';
import { BINH, FORUM, GROUP, SUPERGROUP } from '../../doubles/telegram/chats.ts';
import type { TelegramDouble } from '../../doubles/telegram/telegram-double.ts';
import { openTelegram, says } from './open-telegram.ts';

const CHOICES = [{ label: 'Cấp xã', send: '/tre-han cấp xã Nha Trang' }];
const withButtons = textReply([{ kind: 'text', line: ['which?'] }], CHOICES);
const askingBack = async ({ text }: Incoming) => (text === '?' ? withButtons : says(text));

const failingOnPress = async ({ text }: Incoming) =>
  text === '?' ? withButtons : Promise.reject(new Error('broken'));

/** What the person who pressed was told. */
const toldTo = (telegram: TelegramDouble, press: string) =>
  telegram.until(
    () =>
      telegram
        .callsOf('answerCallbackQuery')
        .find(({ fields }) => fields['callback_query_id'] === press)?.fields,
  );

describe('a button', () => {
  test('says what it stands for, in its chat and topic', async () => {
    await using bot = await openTelegram({ answer: askingBack });
    bot.telegram.says('?', { chat: FORUM, topic: 5 });
    const [asked] = await bot.telegram.messages(1);
    const press = bot.telegram.presses('Cấp xã');
    const [, answered] = await bot.telegram.messages(2);
    expect(answered).toMatchObject({
      text: '/tre-han cấp xã Nha Trang',
      chat: FORUM.id,
      topic: 5,
      replyTo: asked?.id,
    });
    expect(await toldTo(bot.telegram, press)).toEqual({ callback_query_id: press });
  });

  test('stops spinning before the answer is ready, and even if the answer fails', async () => {
    await using bot = await openTelegram({ answer: failingOnPress });
    bot.telegram.says('?');
    await bot.telegram.messages(1);
    const again = bot.telegram.presses('Cấp xã');
    expect(await toldTo(bot.telegram, again)).toEqual({ callback_query_id: again });
  });

  test('does nothing for anybody but the person who asked', async () => {
    await using bot = await openTelegram({ answer: askingBack });
    bot.telegram.says('?', { chat: GROUP });
    await bot.telegram.messages(1);
    const press = bot.telegram.presses('Cấp xã', { from: BINH });
    expect(await toldTo(bot.telegram, press)).toMatchObject({ text: 'not yours' });
    expect(bot.telegram.sent).toHaveLength(1);
  });

  test('under a pushed message is anybody’s', async () => {
    await using bot = await openTelegram({ answer: askingBack });
    await bot.channel.deliver({ chat: String(GROUP.id), topic: null }, withButtons);
    bot.telegram.presses('Cấp xã', { from: BINH });
    expect(await bot.telegram.messages(2)).toMatchObject([{}, { text: CHOICES[0]?.send }]);
  });

  test.each([
    ['a forged key', { data: 'guess' }],
    ['the key of another chat', { data: 'k1' }],
  ])('with %s is refused', async (_case, forged) => {
    await using bot = await openTelegram({ answer: askingBack });
    bot.telegram.says('?', { chat: SUPERGROUP });
    bot.telegram.says('?', { chat: GROUP });
    const sent = await bot.telegram.messages(2);
    const inGroup = sent.find(({ chat }) => chat === GROUP.id);
    const foreign = bot.choices.kept.get('k1')?.chat === String(GROUP.id) ? 'k2' : 'k1';
    const data = forged.data === 'guess' ? 'guess' : foreign;
    const press = bot.telegram.presses('Cấp xã', { ...(inGroup && { on: inGroup }), data });
    expect(await toldTo(bot.telegram, press)).toMatchObject({ text: 'expired' });
    expect(bot.telegram.sent).toHaveLength(2);
  });

  test('whose meaning was forgotten says so', async () => {
    await using bot = await openTelegram({ answer: askingBack });
    bot.telegram.says('?');
    await bot.telegram.messages(1);
    bot.choices.kept.clear();
    const press = bot.telegram.presses('Cấp xã');
    expect(await toldTo(bot.telegram, press)).toMatchObject({ text: 'expired' });
  });

  test('stops spinning although the store of choices fails', async () => {
    await using bot = await openTelegram({ answer: askingBack });
    bot.telegram.says('?');
    await bot.telegram.messages(1);
    bot.choices.recall = () => Promise.reject(new Error('disk'));
    const press = bot.telegram.presses('Cấp xã');
    expect(await toldTo(bot.telegram, press)).toMatchObject({ text: 'expired' });
    expect(bot.log.lines.map(({ event }) => event)).toContain('telegram.choiceNotRecalled');
  });
});
