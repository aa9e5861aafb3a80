import { createServer } from 'node:net';

import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { telegramChannel } from '../../../src/channels/telegram/telegram-channel.ts';
import { realWait } from '../../../src/channels/wait.ts';
import { systemClock } from '../../../src/clock.ts';
import { textReply } from '../../../src/replies/reply.ts';
import { KeptLog } from '../../doubles/kept-log.ts';
import { choicesInMemory, says, WORDS } from './open-telegram.ts';

const SentMessages = z.object({
  result: z.array(
    z.object({
      message: z.object({
        text: z.string(),
        reply_markup: z
          .object({ inline_keyboard: z.array(z.array(z.object({ callback_data: z.string() }))) })
          .optional(),
      }),
    }),
  ),
});

/** The emulator wants to know its port beforehand. */
async function freePort(): Promise<number> {
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

// A server we did not write: it knows no photos, no menu and no long polling, so only the wire of text and buttons is tried.
test('text and buttons work with an emulator written by others', async () => {
  const server = new TelegramServer({ port: await freePort(), host: '127.0.0.1' });
  await server.start();
  const log = new KeptLog();
  const channel = telegramChannel(
    {
      token: '1:t',
      apiRoot: server.config.apiURL,
      mode: { kind: 'polling' },
      commands: [],
      words: WORDS,
    },
    {
      draw: () => Promise.reject(new Error('not asked for')),
      choices: choicesInMemory(),
      clock: systemClock,
      log,
      wait: realWait,
    },
  );
  const stop = await channel.listen(async ({ text }) =>
    text === '/tre-han'
      ? textReply([{ kind: 'headline', line: ['0,77% < 1%'] }], [{ label: 'Xã', send: 'cấp xã' }])
      : says(text),
  );
  const person = server.getClient('1:t', { timeout: 20_000, interval: 20 });
  await person.sendMessage(person.makeMessage('/tre-han'));
  const [asked] = SentMessages.parse(await person.getUpdates()).result;
  expect(asked?.message.text).toBe('<b>0,77% &lt; 1%</b>');
  const key = asked?.message.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? '';
  await person.sendCallback(person.makeCallbackQuery(key, { message: { message_id: 2 } }));
  const [chosen] = SentMessages.parse(await person.getUpdates()).result;
  expect(chosen?.message.text).toBe('cấp xã');
  await stop();
  await server.stop();
});
