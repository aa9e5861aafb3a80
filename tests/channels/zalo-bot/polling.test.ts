import { describe, expect, test } from 'vitest';

import { AN, PRIVATE } from '../../doubles/zalo-bot/chats.ts';
import { BAD_GATEWAY } from '../../doubles/zalo-bot/faults.ts';
import { openZaloBot, says } from './open-zalo-bot.ts';

const LINK = {
  event_name: 'message.link.received',
  message: { message_id: 'l1', date: 1, from: AN, chat: PRIVATE, text: 'xem' },
};
const polls = ({ zalo }: Awaited<ReturnType<typeof openZaloBot>>) => zalo.callsOf('getUpdates');

describe('polling', () => {
  test('removes the webhook first, and fetches message after message', async () => {
    await using bot = await openZaloBot({ polling: true });
    for (const text of ['1', '2', '3']) {
      bot.zalo.says(text);
      await bot.zalo.until(() => bot.zalo.sent.some((message) => message.text === text));
    }
    expect(bot.zalo.callsOf('deleteWebhook')).toHaveLength(1);
    expect(bot.zalo.sent.map(({ text }) => text)).toEqual(['1', '2', '3']);
  });

  test('says how long it waits as text, should Zalo want that', async () => {
    await using bot = await openZaloBot({
      polling: true,
      unconfirmed: { botPollTimeoutAs: 'string' },
    });
    await bot.zalo.until(() => polls(bot).length === 1);
    expect(polls(bot)[0]?.fields).toEqual({ timeout: '30' });
  });

  test('hears the words of events that are found to bring some', async () => {
    await using bot = await openZaloBot({
      polling: true,
      unconfirmed: { botEventKinds: { 'message.link.received': 'text' } },
    });
    bot.zalo.incoming.bring(LINK);
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: 'xem' }]);
  });

  test('takes the idle end of a poll for what it is', async () => {
    await using bot = await openZaloBot({ polling: true });
    for (let idle = 1; idle <= 3; idle += 1) {
      await bot.zalo.until(() => polls(bot).length === idle);
      bot.zalo.incoming.endPoll();
      await bot.time.pass(50);
    }
    bot.zalo.says('?');
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: '?' }]);
    expect(bot.log.lines.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test('goes on after two hours of outage, asking ever more seldom', async () => {
    await using bot = await openZaloBot({ polling: true });
    await bot.zalo.until(() => polls(bot).length === 1);
    bot.zalo.breaksDown(BAD_GATEWAY);
    await bot.time.pass(50);
    const twoHoursMs = 2 * 3_600_000;
    let passedMs = 0;
    for (let failures = 1; passedMs < twoHoursMs; failures += 1) {
      const waitMs = Math.min(60_000, 1000 * 2 ** (failures - 1));
      await bot.time.pass(waitMs);
      passedMs += waitMs;
    }
    expect(polls(bot).length).toBeLessThan(150);
    bot.zalo.breaksDown(null);
    bot.zalo.says('over');
    bot.time.runFree();
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: 'over' }]);
  });

  test('what is said while nobody polls may be lost; what comes after it is answered', async () => {
    await using bot = await openZaloBot({
      polling: true,
      before: (zalo) => {
        zalo.incoming.isLosing = true;
        zalo.says('unheard');
      },
    });
    await bot.zalo.until(() => polls(bot).length === 1);
    bot.zalo.says('heard');
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: 'heard' }]);
    expect(bot.zalo.incoming.lost).toHaveLength(1);
  });

  test('fetches on while an answer is being made', async () => {
    const slow = Promise.withResolvers<void>();
    await using bot = await openZaloBot({
      polling: true,
      answer: async ({ text }) => {
        await slow.promise;
        return says(text);
      },
    });
    bot.zalo.says('first');
    await bot.zalo.until(() => polls(bot).length === 2);
    slow.resolve();
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: 'first' }]);
  });
});

describe('stopping', () => {
  test('finishes the answer under way', async () => {
    const [thinking, asked] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await using bot = await openZaloBot({
      polling: true,
      answer: async () => {
        asked.resolve();
        await thinking.promise;
        return says('at last');
      },
    });
    bot.zalo.says('?');
    await asked.promise;
    const stopping = bot.stop();
    thinking.resolve();
    await stopping;
    expect(bot.zalo.sent).toMatchObject([{ text: 'at last' }]);
  });

  test('does not wait for ever', async () => {
    const asked = Promise.withResolvers<void>();
    await using bot = await openZaloBot({
      answer: () => {
        asked.resolve();
        return new Promise(() => undefined);
      },
    });
    bot.zalo.says('?');
    await asked.promise;
    const stopping = bot.stop();
    await bot.time.pass(10_000);
    await stopping;
    expect(bot.log.lines.map(({ event }) => event)).toContain('zaloBot.answersCutShort');
  });

  test('leaves nothing running', async () => {
    await using bot = await openZaloBot({ polling: true });
    await bot.zalo.until(() => polls(bot).length > 0);
    await bot.stop();
    const before = polls(bot).length;
    bot.zalo.says('too late');
    expect(polls(bot)).toHaveLength(before);
    expect(bot.time.open).toEqual([]);
  });
});
