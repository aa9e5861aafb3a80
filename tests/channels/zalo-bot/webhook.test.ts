import { describe, expect, test } from 'vitest';

import { openStorage } from '../../../src/storage/open.ts';
import { AN, ME, PRIVATE } from '../../doubles/zalo-bot/chats.ts';
import { BAD_GATEWAY, BAD_REQUEST, RESET, UNAUTHORIZED } from '../../doubles/zalo-bot/faults.ts';
import { openZaloBot, PUBLIC_URL, says } from './open-zalo-bot.ts';

describe('a webhook', () => {
  test('is set to the public address with a secret nobody can guess', async () => {
    await using bot = await openZaloBot();
    const hook = bot.zalo.incoming.hook;
    expect(hook?.url).toBe(`${PUBLIC_URL}/zalo-bot/webhook`);
    expect(hook?.secret).toMatch(/^[\w-]{43}$/u);
    expect((await bot.log.line('zaloBot.connected')).fields).toEqual({
      account: ME.account_name,
      by: 'webhook',
    });
  });

  test.each(['wrapped', 'bare'] as const)('takes the %s envelope', async (envelope) => {
    await using bot = await openZaloBot();
    bot.zalo.says('?', { envelope });
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: '?' }]);
  });

  test('takes the words of events that are found to bring some', async () => {
    await using bot = await openZaloBot({
      unconfirmed: { botEventKinds: { 'message.link.received': 'text' } },
    });
    const message = { message_id: 'l1', date: 1, from: AN, chat: PRIVATE, text: 'xem' };
    bot.zalo.incoming.bring({ event_name: 'message.link.received', message });
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: 'xem' }]);
  });

  test('answers a message brought twice once', async () => {
    await using bot = await openZaloBot();
    bot.zalo.says('twice', { times: 3 });
    await bot.zalo.incoming.delivered();
    bot.zalo.says('last');
    const sent = await bot.zalo.messages(2);
    expect(sent.map(({ text }) => text)).toEqual(['twice', 'last']);
    expect(bot.zalo.incoming.statuses).toEqual([200, 200, 200, 200]);
  });

  test('answers a message brought again after a restart not again', async () => {
    using storage = openStorage(':memory:');
    {
      await using bot = await openZaloBot({ storage });
      bot.zalo.says('before', { id: 'm1' });
      await bot.zalo.messages(1);
    }
    await using bot = await openZaloBot({ storage });
    bot.zalo.says('before', { id: 'm1' });
    await bot.zalo.incoming.delivered();
    bot.zalo.says('after', { id: 'm2' });
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: 'after' }]);
  });

  test('turns away whoever does not bring the secret', async () => {
    await using bot = await openZaloBot();
    bot.zalo.says('forged', { secret: 'wrong-secret' });
    await bot.zalo.incoming.delivered();
    expect(bot.zalo.incoming.statuses).toEqual([401]);
    bot.zalo.says('real');
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: 'real' }]);
  });

  test('acknowledges at once, while the answer is still being made', async () => {
    const thinking = Promise.withResolvers<void>();
    await using bot = await openZaloBot({
      answer: async () => {
        await thinking.promise;
        return says('at last');
      },
    });
    bot.zalo.says('?');
    await bot.zalo.incoming.delivered();
    expect([bot.zalo.incoming.statuses, bot.zalo.sent]).toEqual([[200], []]);
    thinking.resolve();
    await bot.zalo.messages(1);
  });

  test('takes nothing any more once it is stopped, so that Zalo may bring it again', async () => {
    await using bot = await openZaloBot();
    await bot.stop();
    bot.zalo.says('too late');
    await bot.zalo.incoming.delivered();
    expect(bot.zalo.incoming.statuses).toEqual([503]);
  });

  test.each([
    ['no JSON', '<xml/>'],
    ['no event', '{"ok":true,"result":{}}'],
    ['an event without its message', '{"event_name":"message.text.received"}'],
    ['nothing', ''],
  ])('acknowledges %s, as bringing it again would not help', async (_case, body) => {
    await using bot = await openZaloBot();
    expect(await post(bot, body)).toBe(200);
    bot.zalo.says('last');
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: 'last' }]);
  });

  test('lets go of a delivery that breaks off half-way', async () => {
    await using bot = await openZaloBot();
    const body = new ReadableStream({ start: (half) => half.error(new Error('aborted')) });
    const headers = { 'x-bot-api-secret-token': bot.zalo.incoming.hook?.secret ?? '' };
    const request = new Request(PUBLIC_URL, { method: 'POST', headers, body, duplex: 'half' });
    expect((await bot.channel.webhook?.handle(request))?.status).toBe(400);
  });

  test('reads nothing longer than Zalo sends', async () => {
    await using bot = await openZaloBot();
    expect(await post(bot, 'x'.repeat(70_000))).toBe(413);
  });
});

/** Posts a body as Zalo would. */
async function post(bot: Awaited<ReturnType<typeof openZaloBot>>, body: string): Promise<number> {
  const headers = { 'x-bot-api-secret-token': bot.zalo.incoming.hook?.secret ?? '' };
  const response = await fetch(`${bot.server}/zalo-bot/webhook`, { method: 'POST', headers, body });
  return response.status;
}

describe('connecting', () => {
  test.each([
    [{ ok: false, outcome: 'timeout', status_code: null, hint: 'open port 443' }, true],
    [{ ok: true, outcome: 'ok', status_code: 200, hint: null }, false],
  ])('says so when Zalo could not reach the address it keeps: %o', async (verification, isTold) => {
    await using bot = await openZaloBot({
      before: (zalo) => {
        zalo.platform.verification = verification;
      },
    });
    await bot.log.line('zaloBot.connected');
    const told = bot.log.lines.filter(({ event }) => event === 'zaloBot.webhookNotReached');
    const fields = { url: `${PUBLIC_URL}/zalo-bot/webhook`, outcome: 'timeout' };
    expect(told).toMatchObject(isTold ? [{ level: 'error', fields }] : []);
  });

  test.each([
    ['an outage', BAD_GATEWAY, 'zaloBot.unreachable', 1000],
    ['a broken connection', RESET, 'zaloBot.unreachable', 1000],
    ['a revoked token', UNAUTHORIZED, 'zaloBot.tokenRefused', 60_000],
    ['a call that Zalo does not want so', BAD_REQUEST, 'zaloBot.callRefused', 1000],
  ])('goes on after %s, and says so', async (_case, fault, event, pauseMs) => {
    await using bot = await openZaloBot({
      polling: true,
      before: (zalo) => zalo.fails('getMe', fault),
    });
    expect((await bot.log.line(event)).fields).toMatchObject({ waitMs: pauseMs });
    await bot.time.pass(pauseMs);
    bot.zalo.says('?');
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: '?' }]);
  });

  test('nothing that is logged has the token in it', async () => {
    await using bot = await openZaloBot({
      polling: true,
      before: (zalo) => {
        zalo.fails('getMe', UNAUTHORIZED);
        zalo.fails('deleteWebhook', RESET);
      },
    });
    await bot.time.pass(60_000);
    await bot.time.pass(2000);
    await bot.log.line('zaloBot.connected');
    expect(JSON.stringify(bot.log.lines)).not.toContain('not-a-real-secret');
  });
});
