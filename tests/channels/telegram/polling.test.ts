import { describe, expect, test } from 'vitest';

import { textReply } from '../../../src/replies/reply.ts';
import { GROUP } from '../../doubles/telegram/chats.ts';
import { BAD_GATEWAY, FLOOD, RESET, UNAUTHORIZED } from '../../doubles/telegram/faults.ts';
import { openTelegram } from './open-telegram.ts';

describe('polling', () => {
  test('fetches every update once, although it answers while it polls on', async () => {
    await using bot = await openTelegram();
    for (const text of ['1', '2', '3']) {
      bot.telegram.says(text);
      await bot.telegram.until(() => bot.telegram.sent.some((message) => message.text === text));
    }
    expect(bot.telegram.sent).toHaveLength(3);
    const offsets = bot.telegram.callsOf('getUpdates').map(({ fields }) => fields['offset']);
    expect(offsets).toEqual([0, 1001, 1002, 1003]);
  });

  test('asks only for the kinds of updates it understands', async () => {
    await using bot = await openTelegram();
    const [poll] = await bot.telegram.until(() => {
      const polls = bot.telegram.callsOf('getUpdates');
      return polls.length > 0 && polls;
    });
    expect(poll?.fields).toMatchObject({
      allowed_updates: ['message', 'callback_query', 'my_chat_member'],
      timeout: 30,
    });
  });

  test.each([
    ['an outage', BAD_GATEWAY, 'telegram.unreachable', 1000],
    ['a flood limit', FLOOD(17), 'telegram.unreachable', 17_000],
    ['a broken connection', RESET, 'telegram.unreachable', 1000],
    ['a revoked token', UNAUTHORIZED, 'telegram.tokenRefused', 60_000],
  ])('goes on after %s, and says so', async (_case, fault, event, pauseMs) => {
    await using bot = await openTelegram();
    bot.telegram.fails('getUpdates', fault);
    bot.telegram.says('before');
    expect((await bot.log.line(event)).fields).toMatchObject({ waitMs: pauseMs });
    await bot.time.pass(pauseMs);
    await bot.telegram.until(() => bot.telegram.sent.length === 1);
  });

  test('steps back when another process polls with the same token, and says so plainly', async () => {
    await using bot = await openTelegram();
    await bot.telegram.until(() => bot.telegram.callsOf('getUpdates').length > 0);
    void bot.telegram.updates.fetch({ offset: 0, seconds: 1 });
    expect(await bot.log.line('telegram.secondPoller')).toMatchObject({ level: 'error' });
    await bot.time.pass(10_000);
    bot.telegram.says('still here');
    expect(await bot.telegram.messages(1)).toMatchObject([{ text: 'still here' }]);
  });

  test('passes over updates it cannot read', async () => {
    await using bot = await openTelegram();
    bot.telegram.updates.add({ message: { message_id: 'x' } });
    bot.telegram.updates.add({ poll: {} });
    bot.telegram.says('readable');
    expect(await bot.telegram.messages(1)).toMatchObject([{ text: 'readable' }]);
    expect(bot.log.lines.map(({ event }) => event)).toContain('telegram.updateUnreadable');
  });

  test('writes down when it is thrown out of a group and when a group moves', async () => {
    await using bot = await openTelegram();
    bot.telegram.updates.add({
      my_chat_member: { chat: GROUP, new_chat_member: { status: 'kicked' } },
    });
    bot.telegram.updates.add({
      message: { message_id: 1, chat: GROUP, migrate_to_chat_id: -1_001 },
    });
    expect(await bot.log.line('telegram.chatMoved')).toMatchObject({
      fields: { chat: String(GROUP.id), to: '-1001' },
    });
    expect(await bot.log.line('telegram.membership')).toMatchObject({
      fields: { chat: String(GROUP.id), status: 'kicked' },
    });
  });
});

describe('starting', () => {
  test('does not wait for Telegram, and connects when Telegram is back', async () => {
    await using bot = await openTelegram({
      before: (telegram) => telegram.fails('getMe', RESET, 2),
    });
    await bot.time.pass(1000);
    await bot.time.pass(2000);
    await bot.log.line('telegram.connected');
    bot.telegram.says('?');
    expect(await bot.telegram.messages(1)).toMatchObject([{ text: '?' }]);
  });

  test('goes on although the menu cannot be set', async () => {
    await using bot = await openTelegram({
      before: (telegram) => telegram.fails('setMyCommands', BAD_GATEWAY),
    });
    await bot.log.line('telegram.menuNotSet');
    bot.telegram.says('?');
    expect(await bot.telegram.messages(1)).toMatchObject([{ text: '?' }]);
  });
});

describe('stopping', () => {
  test('finishes the answer under way and confirms what was fetched', async () => {
    const thinking = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    await using bot = await openTelegram({
      answer: async () => {
        asked.resolve();
        await thinking.promise;
        return textReply([{ kind: 'text', line: ['at last'] }]);
      },
    });
    bot.telegram.says('?');
    await asked.promise;
    let outAtStop = -1;
    const stopping = bot.stop().finally(() => {
      outAtStop = bot.telegram.sent.length;
    });
    const last = await bot.telegram.until(() =>
      bot.telegram.callsOf('getUpdates').find(({ fields }) => fields['timeout'] === 0),
    );
    expect(last.fields).toMatchObject({ offset: 1001 });
    thinking.resolve();
    await stopping;
    expect(outAtStop).toBe(1);
    expect(bot.telegram.sent).toMatchObject([{ text: 'at last' }]);
  });

  test('does not wait for ever', async () => {
    const asked = Promise.withResolvers<void>();
    await using bot = await openTelegram({
      answer: () => {
        asked.resolve();
        return new Promise(() => undefined);
      },
    });
    bot.telegram.says('?');
    await asked.promise;
    const stopping = bot.stop();
    await bot.time.pass(10_000);
    await stopping;
    expect(bot.log.lines.map(({ event }) => event)).toContain('telegram.answersCutShort');
  });

  test('leaves nothing running', async () => {
    await using bot = await openTelegram();
    await bot.telegram.until(() => bot.telegram.callsOf('getUpdates').length > 0);
    await bot.stop();
    const polls = bot.telegram.callsOf('getUpdates').length;
    bot.telegram.says('too late');
    expect(bot.telegram.callsOf('getUpdates')).toHaveLength(polls);
    expect(bot.time.open).toEqual([]);
  });
});
