import { describe, expect, test } from 'vitest';

import type { FileRead, Incoming } from '../../../src/channels/channel.ts';
import { GROUP } from '../../doubles/telegram/chats.ts';
import { TOKEN } from '../../doubles/telegram/telegram-double.ts';
import { openTelegram, says } from './open-telegram.ts';

const TABLE = new TextEncoder().encode('STT\tLĩnh vực');
const MOST = 1_000;

/** What the bot is given of a file that someone sends, and what it can read of it. */
async function received(file: { bytes: Uint8Array; name?: string; size?: number }) {
  const heard: Incoming[] = [];
  const read: FileRead[] = [];
  const app = await openTelegram({
    answer: async (message) => {
      heard.push(message);
      if (message.file !== undefined) read.push(await message.file.read(MOST));
      return says('ok');
    },
  });
  app.telegram.sends(file, '/nap');
  return { app, heard, read };
}

test('a file with a caption is a message with a file, read when it is wanted', async () => {
  const { app, heard, read } = await received({ name: 'bang.tsv', bytes: TABLE });
  await using telegram = app;
  await telegram.telegram.messages(1);
  expect(heard[0]).toMatchObject({ text: '/nap', file: { name: 'bang.tsv' }, addressed: true });
  expect(read).toEqual([{ kind: 'read', bytes: Buffer.from(TABLE) }]);
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\bang\\thang-10.xlsx', 'thang-10.xlsx'],
  [undefined, ''],
])('of the name %s only the last part counts', async (name, kept) => {
  const { app, heard } = await received({ bytes: TABLE, ...(name === undefined ? {} : { name }) });
  await using telegram = app;
  await telegram.telegram.messages(1);
  expect(heard[0]?.file?.name).toBe(kept);
});

describe('a file that is too large', () => {
  test('is not even asked for when Telegram says so', async () => {
    const { app, read } = await received({ bytes: TABLE, size: MOST + 1 });
    await using telegram = app;
    await telegram.telegram.messages(1);
    expect(read).toEqual([{ kind: 'tooLarge' }]);
    expect(telegram.telegram.callsOf('getFile')).toEqual([]);
  });

  test('is given up at the limit when Telegram says otherwise', async () => {
    const { app, read } = await received({ bytes: new Uint8Array(5 * MOST), size: 10 });
    await using telegram = app;
    await telegram.telegram.messages(1);
    expect(read).toEqual([{ kind: 'tooLarge' }]);
  });
});

test('what cannot be fetched says why, without the address and the token in it', async () => {
  const read: FileRead[] = [];
  await using app = await openTelegram({
    answer: async ({ file }) => {
      if (file !== undefined) read.push(await file.read(MOST));
      return says('ok');
    },
    before: (telegram) => telegram.fails('getFile', { kind: 'reset' }),
  });
  app.telegram.sends({ bytes: TABLE }, '/nap');
  await app.telegram.messages(1);
  expect(read).toMatchObject([{ kind: 'failed' }]);
  expect(JSON.stringify(read)).toMatch(/"why":"\w+"/u);
  expect(JSON.stringify(read)).not.toContain(TOKEN);
});

test('a file in a group is talk until it is meant for the bot', async () => {
  const heard: Incoming[] = [];
  await using app = await openTelegram({
    answer: async (message) => {
      heard.push(message);
      return message.text === '/nap' ? says('ok') : null;
    },
  });
  app.telegram.sends({ bytes: TABLE }, 'Gửi các anh chị báo cáo', { chat: GROUP });
  app.telegram.sends({ bytes: TABLE }, '/nap', { chat: GROUP });
  await app.telegram.messages(1);
  expect(heard.map(({ text, addressed }) => [text, addressed])).toEqual([
    ['Gửi các anh chị báo cáo', false],
    ['/nap', false],
  ]);
});
