import { expect, test } from 'vitest';
import * as z from 'zod';

import { type ZaloBot, zaloBot } from '../../src/index.ts';
import { always, answeringServer, text } from '../answering-server.ts';

const TOKEN = '1459232241454765289:SeCrEt';
const UPDATE = {
  event_name: 'message.text.received',
  message: {
    message_id: '2d758cb5e222177a4e35',
    date: 1_750_316_131_602,
    from: { id: '6ede9afa66b88fe6d6a9', display_name: 'Ted', is_bot: false },
    chat: { id: '6ede9afa66b88fe6d6a9', chat_type: 'PRIVATE' },
    text: 'Xin chào',
  },
};
const SENT = { message_id: '82599fa32f56d00e8941', date: 1_749_632_637_199 };
const RECEIPT = { messageId: '82599fa32f56d00e8941', date: 1_749_632_637_199 };
const WEBHOOK = { url: 'https://a.vn/hook', updated_at: 1_749_633_372_026 };

type Case = {
  readonly name: string;
  readonly call: (bot: ZaloBot) => Promise<unknown>;
  readonly asked: { readonly method: string; readonly fields: unknown };
  readonly result: unknown;
  readonly expected: unknown;
};

const CASES: readonly Case[] = [
  {
    name: 'getMe: ids stay strings',
    call: (bot) => bot.getMe(),
    asked: { method: 'getMe', fields: {} },
    result: {
      id: '1459232241454765289',
      account_name: 'bot.VDKyGxQvc',
      account_type: 'BASIC',
      can_join_groups: true,
      new_in_2027: {},
    },
    expected: {
      id: '1459232241454765289',
      accountName: 'bot.VDKyGxQvc',
      displayName: null,
      accountType: 'BASIC',
      canJoinGroups: true,
    },
  },
  {
    name: 'getUpdates: one update',
    call: (bot) => bot.getUpdates({ timeoutSeconds: 5 }),
    asked: { method: 'getUpdates', fields: { timeout: 5 } },
    result: UPDATE,
    expected: {
      kind: 'text',
      eventName: 'message.text.received',
      key: 'message.text.received 2d758cb5e222177a4e35',
      message: {
        messageId: '2d758cb5e222177a4e35',
        date: 1_750_316_131_602,
        from: { id: '6ede9afa66b88fe6d6a9', displayName: 'Ted', isBot: false },
        chat: { id: '6ede9afa66b88fe6d6a9', kind: 'private' },
        text: 'Xin chào',
        photoUrl: null,
        caption: null,
        sticker: null,
        url: null,
        voiceUrl: null,
      },
      chat: { id: '6ede9afa66b88fe6d6a9', kind: 'private' },
    },
  },
  {
    name: 'setWebhook',
    call: (bot) => bot.setWebhook({ url: 'https://a.vn/hook', secretToken: '12345678' }),
    asked: { method: 'setWebhook', fields: { url: 'https://a.vn/hook', secret_token: '12345678' } },
    result: {
      ...WEBHOOK,
      verification: {
        ok: false,
        outcome: 'refused',
        status_code: 502,
        hint: `No 12345678 for ${TOKEN} at\n/hook`,
      },
    },
    expected: {
      url: 'https://a.vn/hook',
      updatedAt: 1_749_633_372_026,
      verification: {
        ok: false,
        outcome: 'refused',
        statusCode: 502,
        hint: 'No *** for *** at /hook',
      },
    },
  },
  {
    name: 'setWebhook: a verdict of which little is said',
    call: (bot) => bot.setWebhook({ url: 'https://a.vn/hook', secretToken: '12345678' }),
    asked: { method: 'setWebhook', fields: { url: 'https://a.vn/hook', secret_token: '12345678' } },
    result: { ...WEBHOOK, verification: { ok: true, status_code: 'none' } },
    expected: {
      url: 'https://a.vn/hook',
      updatedAt: 1_749_633_372_026,
      verification: { ok: true, outcome: null, statusCode: null, hint: null },
    },
  },
  {
    name: 'deleteWebhook',
    call: (bot) => bot.deleteWebhook(),
    asked: { method: 'deleteWebhook', fields: {} },
    result: { url: '', updated_at: 1_749_633_372_026 },
    expected: { url: '', updatedAt: 1_749_633_372_026, verification: null },
  },
  {
    name: 'getWebhookInfo: there is one',
    call: (bot) => bot.getWebhookInfo(),
    asked: { method: 'getWebhookInfo', fields: {} },
    result: WEBHOOK,
    expected: { url: 'https://a.vn/hook', updatedAt: 1_749_633_372_026, verification: null },
  },
  {
    name: 'getWebhookInfo: an empty address is none',
    call: (bot) => bot.getWebhookInfo(),
    asked: { method: 'getWebhookInfo', fields: {} },
    result: { url: '', updated_at: 1 },
    expected: null,
  },
  {
    name: 'sendMessage: plain',
    call: (bot) => bot.sendMessage({ chatId: 'abc', text: 'Trễ hạn 0,77%' }),
    asked: { method: 'sendMessage', fields: { chat_id: 'abc', text: 'Trễ hạn 0,77%' } },
    result: SENT,
    expected: RECEIPT,
  },
  {
    name: 'sendMessage: with a parse mode',
    call: (bot) => bot.sendMessage({ chatId: 'abc', text: '**a**', parseMode: 'markdown' }),
    asked: {
      method: 'sendMessage',
      fields: { chat_id: 'abc', text: '**a**', parse_mode: 'markdown' },
    },
    result: SENT,
    expected: RECEIPT,
  },
  {
    name: 'sendMessage: with styles, in UTF-16 units',
    call: (bot) =>
      bot.sendMessage({
        chatId: 'abc',
        text: '📈 0,77%',
        textStyles: [{ start: 3, length: 5, styles: ['b', 'c_db342e'] }],
      }),
    asked: {
      method: 'sendMessage',
      fields: {
        chat_id: 'abc',
        text: '📈 0,77%',
        text_styles: [{ start: 3, len: 5, st: ['b', 'c_db342e'] }],
      },
    },
    result: SENT,
    expected: RECEIPT,
  },
  {
    name: 'sendPhoto',
    call: (bot) => bot.sendPhoto({ chatId: 'abc', photoUrl: 'https://a.vn/1.png', caption: 'C' }),
    asked: {
      method: 'sendPhoto',
      fields: { chat_id: 'abc', photo: 'https://a.vn/1.png', caption: 'C' },
    },
    result: { message_id: '7' },
    expected: { messageId: '7', date: null },
  },
  {
    name: 'sendSticker',
    call: (bot) => bot.sendSticker({ chatId: 'abc', sticker: 'd063f44dc80821567819' }),
    asked: { method: 'sendSticker', fields: { chat_id: 'abc', sticker: 'd063f44dc80821567819' } },
    result: SENT,
    expected: RECEIPT,
  },
  {
    name: 'sendChatAction: answers without a result',
    call: (bot) => bot.sendChatAction({ chatId: 'abc', action: 'typing' }),
    asked: { method: 'sendChatAction', fields: { chat_id: 'abc', action: 'typing' } },
    result: undefined,
    expected: undefined,
  },
];

const Fields = z.record(z.string(), z.unknown());

test.each(CASES)('$name', async ({ call, asked, result, expected }) => {
  await using server = await answeringServer(always({ ok: true, result, error_code: 0 }));
  expect(await call(zaloBot({ token: TOKEN, apiRoot: server.root }))).toEqual(expected);
  expect(server.seen).toHaveLength(1);
  const [request] = server.seen;
  expect(request?.method).toBe('POST');
  expect(request?.url).toBe(`/bot${TOKEN}/${asked.method}`);
  expect(request?.headers['content-type']).toBe('application/json');
  const body = Buffer.from(request?.body ?? '', 'latin1').toString();
  expect(Fields.parse(JSON.parse(body))).toEqual(asked.fields);
});

test('an answer without the envelope is its own result', async () => {
  await using server = await answeringServer(always(SENT));
  const bot = zaloBot({ token: TOKEN, apiRoot: server.root });
  expect(await bot.sendMessage({ chatId: 'abc', text: 'a' })).toEqual(RECEIPT);
});

test.each([
  ['HTTP 408', always({ ok: false, description: 'Request timeout' }, 408)],
  ['HTTP 408 with the code zero that is seen elsewhere', always({ ok: false, error_code: 0 }, 408)],
  ['HTTP 408 without a body', text('', 408)],
  ['ok: false with code 408 in HTTP 200', always({ ok: false, error_code: 408 })],
  ['an empty result', always({ ok: true })],
  ['a result of null', always({ ok: true, result: null })],
  ['an empty list', always({ ok: true, result: [] })],
])('nothing new as %s is null', async (_name, answer) => {
  await using server = await answeringServer(answer);
  expect(await zaloBot({ token: TOKEN, apiRoot: server.root }).getUpdates()).toBeNull();
});

test('no webhook, told as HTTP 404, is null', async () => {
  await using server = await answeringServer(always({ ok: false, description: 'Not found' }, 404));
  expect(await zaloBot({ token: TOKEN, apiRoot: server.root }).getWebhookInfo()).toBeNull();
});

test('no webhook to delete, told as HTTP 404, is as good as deleted', async () => {
  await using server = await answeringServer(always({ ok: false, description: 'Not found' }, 404));
  const bot = zaloBot({ token: TOKEN, apiRoot: server.root });
  expect(await bot.deleteWebhook()).toEqual({ url: '', updatedAt: null, verification: null });
});

test('the waiting time of a poll goes as text where Zalo turns out to want that', async () => {
  await using server = await answeringServer(always({ ok: true }));
  const bot = zaloBot({
    token: TOKEN,
    apiRoot: server.root,
    unconfirmed: { botPollTimeoutAs: 'string' },
  });
  await bot.getUpdates({ timeoutSeconds: 20 });
  expect(server.seen[0]?.body).toBe('{"timeout":"20"}');
});
