import { describe, expect, test } from 'vitest';

import { webhookDoor } from '../../../src/channels/telegram/webhook.ts';
import { GROUP } from '../../doubles/telegram/chats.ts';
import { charted, openTelegram, says } from './open-telegram.ts';

type Bot = Awaited<ReturnType<typeof openTelegram>>;

/** The secret Telegram was told, once it was. */
const secretOf = async ({ telegram }: Bot) => {
  const [call] = await telegram.until(() => {
    const calls = telegram.callsOf('setWebhook');
    return calls.length > 0 && calls;
  });
  return String(call?.fields['secret_token']);
};

const post = async (bot: Bot, headers: Readonly<Record<string, string>>, body: string) =>
  fetch(`${bot.hook}/telegram/webhook`, { method: 'POST', headers, body });

const UPDATE = JSON.stringify({
  update_id: 7,
  message: {
    message_id: 1,
    chat: { id: 11, type: 'private' },
    from: { id: 11, is_bot: false },
    text: '?',
  },
});

describe('the webhook', () => {
  test('answers a short question in private inside the response', async () => {
    await using bot = await openTelegram({ webhook: true });
    await secretOf(bot);
    bot.telegram.says('/tre-han');
    expect(await bot.telegram.messages(1)).toMatchObject([{ text: '/tre-han', chat: 11 }]);
    expect(bot.telegram.callsOf('response:sendMessage')).toHaveLength(1);
    expect(bot.telegram.callsOf('sendMessage')).toEqual([]);
    expect(bot.telegram.updates.statuses).toEqual([200]);
  });

  test.each([
    ['in groups', GROUP, says('x')],
    ['with a chart', undefined, charted([{ kind: 'text', line: ['x'] }])],
  ])('answers %s by the API, where refusals are seen', async (_case, chat, reply) => {
    await using bot = await openTelegram({ webhook: true, answer: async () => reply });
    await secretOf(bot);
    bot.telegram.says('/tre-han', chat === undefined ? {} : { chat });
    expect(await bot.telegram.messages(1)).toMatchObject([{ text: 'x' }]);
    expect(bot.telegram.callsOf('response:sendMessage')).toEqual([]);
  });

  test('acknowledges in time and sends the answer when it is ready', async () => {
    const thinking = Promise.withResolvers<void>();
    await using bot = await openTelegram({
      webhook: true,
      answer: async () => {
        await thinking.promise;
        return says('slow');
      },
    });
    await secretOf(bot);
    bot.telegram.says('?');
    await bot.time.pass(1000);
    await bot.time.pass(1000);
    thinking.resolve();
    expect(await bot.telegram.messages(1)).toMatchObject([{ text: 'slow' }]);
    expect(bot.telegram.callsOf('sendMessage')).toHaveLength(1);
  });

  test('answers an update that is brought twice once', async () => {
    let answers = 0;
    const answer = async () => says(`answer ${(answers += 1)}`);
    await using bot = await openTelegram({ webhook: true, answer });
    const headers = { 'x-telegram-bot-api-secret-token': await secretOf(bot) };
    const bodies = [
      await (await post(bot, headers, UPDATE)).text(),
      await (await post(bot, headers, UPDATE)).text(),
    ];
    expect(answers).toBe(1);
    // the same call again: Telegram brings it again only if it did not get the first response
    expect(bodies[1]).toBe(bodies[0]);
    expect(bodies[0]).toContain('answer 1');
  });

  test.each([
    ['a wrong secret', { 'x-telegram-bot-api-secret-token': 'wrong' }],
    ['no secret', {}],
  ])('lets nobody in with %s', async (_case, headers) => {
    let asked = 0;
    const answer = async () => says(`answer ${(asked += 1)}`);
    await using bot = await openTelegram({ webhook: true, answer });
    await secretOf(bot);
    expect((await post(bot, headers, UPDATE)).status).toBe(401);
    expect(asked).toBe(0);
  });

  test.each(['not json', '{}', '{"update_id":8}', '{"update_id":9,"message":{"chat":1}}'])(
    'acknowledges what it cannot read: %s',
    async (body) => {
      await using bot = await openTelegram({ webhook: true });
      const headers = { 'x-telegram-bot-api-secret-token': await secretOf(bot) };
      expect((await post(bot, headers, body)).status).toBe(200);
    },
  );

  test('asks to bring updates again once it has stopped', async () => {
    await using bot = await openTelegram({ webhook: true });
    const headers = { 'x-telegram-bot-api-secret-token': await secretOf(bot) };
    await bot.stop();
    expect((await post(bot, headers, UPDATE)).status).toBe(503);
  });

  test('forgets old updates, so that memory stays flat', async () => {
    const taken: unknown[] = [];
    const door = webhookDoor({
      secret: 's',
      responseMs: 2000,
      wait: () => new Promise(() => undefined),
      take: () => (update, slot) => {
        taken.push(update);
        slot.close();
      },
    });
    const bring = (id: number) =>
      door.handle(
        new Request('http://bot/telegram/webhook', {
          method: 'POST',
          headers: { 'x-telegram-bot-api-secret-token': 's' },
          body: JSON.stringify({ update_id: id }),
        }),
      );
    for (let id = 1; id <= 1001; id += 1) await bring(id);
    await bring(1001);
    expect(taken).toHaveLength(1001);
    await bring(1);
    expect(taken).toHaveLength(1002);
  });
});
