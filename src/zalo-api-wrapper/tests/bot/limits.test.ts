import { expect, test } from 'vitest';

import { zaloBot } from '../../src/index.ts';
import { always, answeringServer } from '../answering-server.ts';

const TOKEN = '1459232241454765289:SeCrEt';
const SENT = { message_id: '82599fa32f56d00e8941' };

test.each([
  ['nothing', { chatId: 'a', text: '' }, 'text-empty'],
  ['a character too much', { chatId: 'a', text: 'ờ'.repeat(2_001) }, 'text-too-long'],
  [
    'a style beyond the end',
    { chatId: 'a', text: 'ab', textStyles: [{ start: 1, length: 2, styles: ['b'] }] },
    'style-outside-text',
  ],
  [
    'a style of half a letter',
    { chatId: 'a', text: '📈', textStyles: [{ start: 0, length: 1, styles: ['b'] }] },
    'style-cuts-letter',
  ],
] as const)('%s is not sent at all', async (_name, message, problem) => {
  await using server = await answeringServer(always({ ok: true, result: SENT }));
  const bot = zaloBot({ token: TOKEN, apiRoot: server.root });
  await expect(bot.sendMessage(message)).rejects.toMatchObject({
    name: 'ZaloCallInvalid',
    problem,
    outcome: 'nothing',
  });
  expect(server.seen).toEqual([]);
});

test.each([
  ['bytes', { chatId: 'a', photoUrl: 'data:image/png;base64,AA' }, 'photo-not-an-address'],
  ['a path', { chatId: 'a', photoUrl: '/charts/1.png' }, 'photo-not-an-address'],
  ['no words', { chatId: 'a', photoUrl: 'https://a.vn/1.png', caption: '' }, 'text-empty'],
  [
    'too many words',
    { chatId: 'a', photoUrl: 'https://a.vn/1.png', caption: 'ờ'.repeat(2_001) },
    'text-too-long',
  ],
])('a photo with %s is not sent at all', async (_name, photo, problem) => {
  await using server = await answeringServer(always({ ok: true, result: SENT }));
  const bot = zaloBot({ token: TOKEN, apiRoot: server.root });
  await expect(bot.sendPhoto(photo)).rejects.toMatchObject({ method: 'sendPhoto', problem });
  expect(server.seen).toEqual([]);
});

test('as long a text as allowed is sent', async () => {
  await using server = await answeringServer(always({ ok: true, result: SENT }));
  const bot = zaloBot({ token: TOKEN, apiRoot: server.root });
  await expect(bot.sendMessage({ chatId: 'a', text: 'ờ'.repeat(2_000) })).resolves.toMatchObject({
    messageId: SENT.message_id,
  });
});

test.each([
  ['http://a.vn/hook', '12345678', 'url-not-https'],
  ['https://a.vn/hook', '1234567', 'secret-length'],
  ['https://a.vn/hook', 'x'.repeat(257), 'secret-length'],
])('a webhook at %s with secret %s is not set', async (url, secretToken, problem) => {
  const bot = zaloBot({ token: TOKEN, apiRoot: 'http://127.0.0.1:1' });
  await expect(bot.setWebhook({ url, secretToken })).rejects.toMatchObject({ problem });
});

test.each(['', 'a/b', '1:a?b', '1: a'])(
  'a token of %j is refused before anything is said',
  (token) => {
    expect(() => zaloBot({ token })).toThrow(TypeError);
  },
);
