import { createServer } from 'node:http';

import { expect, test } from 'vitest';

import { zaloBot } from '../src/index.ts';
import { always, answeringServer, breakOff, silence } from './answering-server.ts';

const MESSAGE = { chatId: 'a', text: 'b' };

/** A port of this machine on which nobody listens. */
async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test('nobody there: nothing was done', async () => {
  const bot = zaloBot({ token: '1:x', apiRoot: `http://127.0.0.1:${String(await deadPort())}` });
  await expect(bot.sendMessage(MESSAGE)).rejects.toMatchObject({
    name: 'ZaloUnreachable',
    reason: 'connection',
    systemCode: 'ECONNREFUSED',
    outcome: 'nothing',
  });
});

test('a connection that breaks off after the request: nobody knows', async () => {
  await using server = await answeringServer(breakOff);
  const bot = zaloBot({ token: '1:x', apiRoot: server.root });
  await expect(bot.sendMessage(MESSAGE)).rejects.toMatchObject({
    name: 'ZaloUnreachable',
    reason: 'connection',
    outcome: 'unknown',
  });
  expect(server.seen).toHaveLength(1);
});

test('no answer in time: nobody knows', async () => {
  await using server = await answeringServer(silence);
  const bot = zaloBot({ token: '1:x', apiRoot: server.root, timeoutMs: 60_000 });
  await expect(bot.sendMessage(MESSAGE, { timeoutMs: 30 })).rejects.toMatchObject({
    name: 'ZaloUnreachable',
    reason: 'timeout',
    outcome: 'unknown',
  });
});

test('an answer that never ends is given up in time, too', async () => {
  await using server = await answeringServer((_seen, response) => {
    response.writeHead(200).write('{"ok":');
  });
  const bot = zaloBot({ token: '1:x', apiRoot: server.root, timeoutMs: 30 });
  await expect(bot.sendMessage(MESSAGE)).rejects.toMatchObject({ reason: 'timeout' });
});

test('a caller who gives up before asking asked nothing', async () => {
  await using server = await answeringServer(always({ ok: true }));
  const bot = zaloBot({ token: '1:x', apiRoot: server.root });
  await expect(bot.sendMessage(MESSAGE, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    reason: 'aborted',
    outcome: 'nothing',
  });
  expect(server.seen).toEqual([]);
});

test('a caller who gives up while waiting does not know', async () => {
  const giveUp = new AbortController();
  await using server = await answeringServer(() => {
    giveUp.abort();
  });
  const bot = zaloBot({ token: '1:x', apiRoot: server.root });
  await expect(bot.sendMessage(MESSAGE, { signal: giveUp.signal })).rejects.toMatchObject({
    reason: 'aborted',
    outcome: 'unknown',
  });
});

test('an answer is read up to its limit and no further', async () => {
  const answer = { ok: true, result: { message_id: 'x'.repeat(80) } };
  const length = JSON.stringify(answer).length;
  await using server = await answeringServer(always(answer));
  const options = { token: '1:x', apiRoot: server.root };
  await expect(
    zaloBot({ ...options, maxAnswerBytes: length }).sendMessage(MESSAGE),
  ).resolves.toMatchObject({ date: null });
  await expect(
    zaloBot(options).sendMessage(MESSAGE, { maxAnswerBytes: length - 1 }),
  ).rejects.toMatchObject({ name: 'ZaloAnswerUnreadable', reason: 'too-long', outcome: 'unknown' });
});

test('an answer without end is left after the limit', async () => {
  let written = 0;
  await using server = await answeringServer((_seen, response) => {
    const more = () => {
      while (!response.destroyed && response.write(' '.repeat(65_536))) written += 65_536;
      written += 65_536;
    };
    response.on('drain', more);
    more();
  });
  const bot = zaloBot({ token: '1:x', apiRoot: server.root });
  await expect(bot.sendMessage(MESSAGE)).rejects.toMatchObject({ reason: 'too-long' });
  expect(written).toBeLessThan(64 * 1_048_576);
});

test('letters are put together across chunks', async () => {
  const bytes = Buffer.from('{"ok":false,"description":"Trễ hạn","error_code":400}');
  await using server = await answeringServer((_seen, response) => {
    const cut = bytes.indexOf(0xbb);
    response.write(bytes.subarray(0, cut), () => response.end(bytes.subarray(cut)));
  });
  const bot = zaloBot({ token: '1:x', apiRoot: server.root });
  await expect(bot.sendMessage(MESSAGE)).rejects.toMatchObject({ description: 'Trễ hạn' });
});

test('fetch is the one handed in', async () => {
  const asked: string[] = [];
  const bot = zaloBot({
    token: '1:x',
    fetch: async (address) => {
      asked.push(new Request(address).url);
      return Response.json({ ok: true, result: { message_id: '1' } });
    },
  });
  await bot.sendMessage(MESSAGE);
  expect(asked).toEqual(['https://bot-api.zaloplatforms.com/bot1:x/sendMessage']);
});
