import { describe, expect, test } from 'vitest';

import { textReply } from '../../../src/replies/reply.ts';
import { GROUP } from '../../doubles/zalo-bot/chats.ts';
import {
  BAD_GATEWAY,
  BAD_REQUEST,
  type Fault,
  FORBIDDEN,
  HANG,
  LOST_ANSWER,
  QUOTA_EXCEEDED,
  REFUSED_INSIDE_200,
  RESET,
  UNAUTHORIZED,
} from '../../doubles/zalo-bot/faults.ts';
import { charted, openZaloBot, says } from './open-zalo-bot.ts';

const HERE = { chat: GROUP.id, topic: null };
const LONG = textReply([
  { kind: 'text', line: ['x'.repeat(1900)] },
  { kind: 'text', line: ['y'.repeat(1900)] },
]);

describe('an answer', () => {
  test('is repeated a bounded number of times while Zalo is out of order', async () => {
    await using bot = await openZaloBot();
    bot.zalo.fails('sendMessage', BAD_GATEWAY, 9);
    bot.zalo.says('?');
    for (const pauseMs of [1000, 2000, 4000]) await bot.time.pass(pauseMs);
    await bot.log.line('zaloBot.answerNotDelivered');
    expect(bot.zalo.callsOf('sendMessage')).toHaveLength(4);
  });

  test('waits a minute where Zalo says that it was too much, and is then given up', async () => {
    await using bot = await openZaloBot();
    bot.zalo.fails('sendMessage', QUOTA_EXCEEDED, 2);
    bot.zalo.says('?');
    await bot.time.pass(60_000);
    const line = await bot.log.line('zaloBot.answerNotDelivered');
    expect(line.fields).toMatchObject({ kind: 'later', why: '429 Quota exceeded' });
    bot.zalo.says('next');
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: 'next' }]);
  });

  test.each([
    ['by status', BAD_REQUEST],
    ['inside a 200', REFUSED_INSIDE_200],
  ])('that is refused %s is not repeated', async (_case, fault) => {
    await using bot = await openZaloBot();
    bot.zalo.fails('sendMessage', fault);
    bot.zalo.says('?');
    const line = await bot.log.line('zaloBot.answerNotDelivered');
    expect(line.fields).toMatchObject({ kind: 'never' });
    expect(bot.zalo.callsOf('sendMessage')).toHaveLength(1);
  });

  test.each([
    ['the connection broke', RESET, ['(again)\n?']],
    ['its receipt was lost', LOST_ANSWER, ['?', '(again)\n?']],
  ])('of unknown fate is repeated once and marked: %s', async (_case, fault, expected) => {
    await using bot = await openZaloBot();
    bot.zalo.fails('sendMessage', fault);
    bot.zalo.says('?');
    const sent = await bot.zalo.messages(expected.length);
    expect(sent.map(({ text }) => text)).toEqual(expected);
  });

  test('of unknown fate is not repeated twice', async () => {
    await using bot = await openZaloBot();
    bot.zalo.fails('sendMessage', LOST_ANSWER, 3);
    bot.zalo.says('?');
    await bot.log.line('zaloBot.answerNotDelivered');
    expect(bot.zalo.sent.map(({ text }) => text)).toEqual(['?', '(again)\n?']);
  });

  test('is given up when Zalo does not answer in time, and then repeated, marked', async () => {
    await using bot = await openZaloBot({ patience: { sendMs: 20 } });
    bot.zalo.fails('sendMessage', HANG);
    bot.zalo.says('?');
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: '(again)\n?' }]);
  });
});

describe('a picture that Zalo cannot fetch and is never heard of again', () => {
  const CHART = charted([{ kind: 'headline', line: ['0,77%'] }]);
  const patience = { photoMs: 20 };

  test('takes no answer with it: the words follow alone, marked', async () => {
    await using bot = await openZaloBot({ answer: async () => CHART, patience });
    bot.zalo.fails('sendPhoto', HANG, 9);
    bot.zalo.says('?');
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: '(again)\n0,77%', photoUrl: null }]);
    expect(bot.zalo.callsOf('sendPhoto')).toHaveLength(1);
  });

  test('takes no push with it', async () => {
    await using bot = await openZaloBot({ patience });
    bot.zalo.fails('sendPhoto', HANG);
    expect(await bot.channel.deliver(HERE, CHART)).toMatchObject({ kind: 'delivered' });
    expect(bot.zalo.sent).toMatchObject([{ text: '(again)\n0,77%', photoUrl: null }]);
  });

  test.each([
    ['were refused for now', QUOTA_EXCEEDED, { kind: 'unknown' }],
    ['may have arrived, too', LOST_ANSWER, { kind: 'never' }],
  ])('is repeated by the outbox unless its words %s', async (_case, fault, outcome) => {
    await using bot = await openZaloBot({ patience });
    bot.zalo.fails('sendPhoto', LOST_ANSWER);
    bot.zalo.fails('sendMessage', fault);
    expect(await bot.channel.deliver(HERE, CHART)).toMatchObject(outcome);
    expect(bot.zalo.callsOf('sendMessage')).toHaveLength(1);
  });
});

describe('a push', () => {
  const outcomes: readonly (readonly [string, Fault, object])[] = [
    ['an outage', BAD_GATEWAY, { kind: 'later', waitMs: 1000 }],
    ['too many messages', QUOTA_EXCEEDED, { kind: 'later', waitMs: 60_000, costsNoTry: true }],
    ['a refused token', UNAUTHORIZED, { kind: 'later', waitMs: 60_000 }],
    ['a bad request', BAD_REQUEST, { kind: 'never' }],
    ['a refusal inside a 200', REFUSED_INSIDE_200, { kind: 'never' }],
    ['what the documents call an internal error', FORBIDDEN, { kind: 'unknown' }],
    ['a broken connection', RESET, { kind: 'unknown' }],
    ['a lost answer', LOST_ANSWER, { kind: 'unknown' }],
  ];

  test.each(outcomes)(
    'after %s is told of and left to the outbox',
    async (_case, fault, outcome) => {
      await using bot = await openZaloBot();
      bot.zalo.fails('sendMessage', fault);
      expect(await bot.channel.deliver(HERE, says('list'))).toMatchObject(outcome);
      expect(bot.zalo.callsOf('sendMessage')).toHaveLength(1);
    },
  );

  test('brings a receipt', async () => {
    await using bot = await openZaloBot();
    const delivery = await bot.channel.deliver(HERE, says('list'));
    expect(delivery).toEqual({ kind: 'delivered', receipt: bot.zalo.sent[0]?.id });
    expect(bot.counts).toEqual({ sent: 1, received: 0 });
  });

  test('to a chat that takes nothing any more closes it, by the codes that are found to say so', async () => {
    await using bot = await openZaloBot({ unconfirmed: { closedCodes: [403] } });
    bot.zalo.fails('sendMessage', FORBIDDEN);
    expect(await bot.channel.deliver(HERE, says('list'))).toMatchObject({
      kind: 'never',
      chatClosed: true,
    });
  });

  test('of which a later part fails has arrived in part', async () => {
    await using bot = await openZaloBot();
    bot.zalo.fails('sendMessage', BAD_REQUEST);
    const reply = charted([{ kind: 'headline', line: ['0,77%'] }, ...LONG.blocks]);
    expect(await bot.channel.deliver(HERE, reply)).toMatchObject({ kind: 'unknown' });
    expect(bot.zalo.sent).toMatchObject([{ text: '0,77%' }]);
  });

  test('is made ready ahead and sent in its turn', async () => {
    await using bot = await openZaloBot();
    const send = await bot.channel.prepare?.(HERE, charted([{ kind: 'headline', line: ['a'] }]));
    expect(bot.zalo.calls.filter(({ method }) => method.startsWith('send'))).toEqual([]);
    expect(await send?.()).toMatchObject({ kind: 'delivered' });
  });
});
