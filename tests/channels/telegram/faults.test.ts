import { describe, expect, test } from 'vitest';

import { textReply } from '../../../src/replies/reply.ts';
import { GROUP, PRIVATE, SUPERGROUP } from '../../doubles/telegram/chats.ts';
import {
  BAD_GATEWAY,
  FLOOD,
  HANG,
  KICKED,
  LOST_ANSWER,
  MOVED_TO,
  NOT_FOUND,
  RESET,
} from '../../doubles/telegram/faults.ts';
import { TOKEN } from '../../doubles/telegram/telegram-double.ts';
import { charted, openTelegram, says } from './open-telegram.ts';

const HERE = { chat: String(GROUP.id), topic: null };
const TWO_MESSAGES = textReply([
  { kind: 'text', line: ['x'.repeat(4000)] },
  { kind: 'text', line: ['y'.repeat(100)] },
]);

describe('an answer', () => {
  test('waits as long as a flood limit asks', async () => {
    await using bot = await openTelegram();
    bot.telegram.fails('sendMessage', FLOOD(7));
    bot.telegram.says('?');
    await bot.time.pass(7000);
    expect(await bot.telegram.messages(1)).toMatchObject([{ text: '?' }]);
    expect(bot.telegram.callsOf('sendMessage')).toHaveLength(2);
  });

  test('is given up when the flood limit asks for more than a person would wait', async () => {
    await using bot = await openTelegram();
    bot.telegram.fails('sendMessage', FLOOD(3600));
    bot.telegram.says('?');
    bot.telegram.says('next');
    expect(await bot.telegram.messages(1)).toMatchObject([{ text: 'next' }]);
    expect(bot.log.lines.map(({ event }) => event)).toContain('telegram.answerNotDelivered');
  });

  test('is repeated a bounded number of times while Telegram is out of order', async () => {
    await using bot = await openTelegram();
    bot.telegram.fails('sendMessage', BAD_GATEWAY, 9);
    bot.telegram.says('?');
    for (const pauseMs of [1000, 2000, 4000]) await bot.time.pass(pauseMs);
    await bot.log.line('telegram.answerNotDelivered');
    expect(bot.telegram.callsOf('sendMessage')).toHaveLength(4);
  });

  test('follows a group that became a supergroup', async () => {
    await using bot = await openTelegram({ answer: async () => TWO_MESSAGES });
    bot.telegram.fails('sendMessage', MOVED_TO(SUPERGROUP.id));
    bot.telegram.says('?', { chat: GROUP });
    const sent = await bot.telegram.messages(2);
    expect(sent.map(({ chat }) => chat)).toEqual([SUPERGROUP.id, SUPERGROUP.id]);
  });

  test('is not repeated to a chat that threw the bot out', async () => {
    await using bot = await openTelegram();
    bot.telegram.fails('sendMessage', KICKED);
    bot.telegram.says('?', { chat: GROUP });
    const line = await bot.log.line('telegram.answerNotDelivered');
    expect(line.fields).toMatchObject({ chat: HERE.chat, kind: 'never' });
    expect(bot.telegram.callsOf('sendMessage')).toHaveLength(1);
  });

  test.each([
    ['the connection broke', RESET, ['(again)\n?']],
    ['its receipt was lost', LOST_ANSWER, ['?', '(again)\n?']],
  ])('of unknown fate is repeated once and marked: %s', async (_case, fault, expected) => {
    await using bot = await openTelegram();
    bot.telegram.fails('sendMessage', fault);
    bot.telegram.says('?');
    const sent = await bot.telegram.messages(expected.length);
    expect(sent.map(({ text }) => text)).toEqual(expected);
  });

  test('of unknown fate is not repeated twice', async () => {
    await using bot = await openTelegram();
    bot.telegram.fails('sendMessage', LOST_ANSWER, 3);
    bot.telegram.says('?');
    await bot.log.line('telegram.answerNotDelivered');
    expect(bot.telegram.sent).toHaveLength(2);
  });

  test('with a chart leaves room for the mark in its caption', async () => {
    const caption = 'x'.repeat(1024 - '(again)\n'.length);
    const reply = charted([{ kind: 'text', line: [caption] }]);
    await using bot = await openTelegram({ answer: async () => reply });
    bot.telegram.fails('sendPhoto', RESET);
    bot.telegram.says('?');
    expect(await bot.telegram.messages(1)).toMatchObject([{ text: `(again)\n${caption}` }]);
  });
});

describe('a pushed message', () => {
  test('is delivered with the receipt of Telegram', async () => {
    await using bot = await openTelegram();
    const delivery = await bot.channel.deliver(HERE, says('list'));
    const [sent] = bot.telegram.sent;
    expect(delivery).toEqual({ kind: 'delivered', receipt: String(sent?.id) });
    expect(sent).toMatchObject({ chat: GROUP.id, topic: null, text: 'list' });
  });

  test.each([
    ['a flood limit', FLOOD(30), { kind: 'later', waitMs: 30_000 }],
    ['an outage', BAD_GATEWAY, { kind: 'later', waitMs: 1000 }],
    ['a bot thrown out', KICKED, { kind: 'never' }],
    ['a chat that is not there', NOT_FOUND, { kind: 'never' }],
    ['a group that moved', MOVED_TO(SUPERGROUP.id), { kind: 'moved', to: String(SUPERGROUP.id) }],
    ['a broken connection', RESET, { kind: 'unknown' }],
  ])('meets %s and leaves the rest to the outbox', async (_case, fault, expected) => {
    await using bot = await openTelegram();
    bot.telegram.fails('sendMessage', fault);
    expect(await bot.channel.deliver(HERE, says('list'))).toMatchObject(expected);
    expect(bot.telegram.callsOf('sendMessage')).toHaveLength(1);
  });

  test('that gets no answer in time may have arrived', async () => {
    await using bot = await openTelegram({ patience: { sendSeconds: 0.05 } });
    bot.telegram.fails('sendMessage', HANG);
    expect(await bot.channel.deliver(HERE, says('list'))).toMatchObject({ kind: 'unknown' });
  });

  test('of which a part arrived is not sent again from the start', async () => {
    await using bot = await openTelegram();
    const delivering = bot.channel.deliver(HERE, TWO_MESSAGES);
    await bot.telegram.messages(1);
    bot.telegram.fails('sendMessage', KICKED);
    expect(await delivering).toMatchObject({ kind: 'unknown' });
  });

  test('is later when Telegram cannot be reached at all', async () => {
    const bot = await openTelegram();
    await bot[Symbol.asyncDispose]();
    const delivery = await bot.channel.deliver(
      { chat: String(PRIVATE.id), topic: null },
      says('x'),
    );
    expect(delivery).toEqual({ kind: 'later', waitMs: 1000, why: 'ECONNREFUSED' });
  });
});

describe('the token', () => {
  test('is in no log line and no reason, whatever fails', async () => {
    await using bot = await openTelegram({ patience: { sendSeconds: 0.05 } });
    const reasons: unknown[] = [];
    for (const fault of [RESET, HANG, KICKED, LOST_ANSWER]) {
      bot.telegram.fails('sendMessage', fault);
      reasons.push(await bot.channel.deliver(HERE, says('x')));
    }
    bot.telegram.fails('getUpdates', RESET);
    bot.telegram.says('?');
    await bot.log.line('telegram.unreachable');
    const written = JSON.stringify([bot.log.lines, reasons]);
    expect(written).toContain('telegram.unreachable');
    expect(written).not.toContain(TOKEN);
    expect(written).not.toContain('not-a-real');
  });
});
