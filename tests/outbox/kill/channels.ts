import { request } from 'node:http';

import * as z from 'zod';

import type { Channel, Delivery } from '../../../src/channels/channel.ts';
import type { Wait } from '../../../src/channels/wait.ts';
import type { Clock } from '../../../src/clock.ts';
import { silentLog } from '../../../src/log.ts';
import { NUMBERED_WORDS } from '../../../src/replies/numbered-words.ts';
import { choiceListStore } from '../../../src/storage/choice-list-store.ts';
import type { Storage } from '../../../src/storage/open.ts';
import { seenEvents } from '../../../src/storage/seen-events.ts';
import { tokenStore } from '../../../src/storage/token-store.ts';
import { textOf } from '../words.ts';
import type { KillWay } from './ways.ts';

/** What a channel in a process to be killed works with. */
type Around = {
  readonly number: number;
  readonly port: string;
  /** A refresh token a keeper has put into the configuration. */
  readonly token: string;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly wait: Wait;
  /** Until a delivery is given up. */
  readonly deliveryMs: number;
};

/** The channel to a messenger on this machine; only what it needs is loaded. */
export async function killChannel(way: KillWay, around: Around): Promise<Channel> {
  switch (way) {
    case 'thin':
      return thinChannel(around);
    case 'zalo-bot':
      return zaloBot(around);
    case 'zalo-oa':
      return zaloOa(around);
  }
}

const Answer = z.object({ receipt: z.string() });

/** The thinnest messenger there is. */
function thinChannel({ number, port }: Around): Channel {
  const path = `/${String(number)}`;
  const way = { port, host: '127.0.0.1', path, method: 'POST', agent: false };
  return {
    name: 'telegram',
    listen: async () => async () => undefined,
    deliver: ({ chat }, reply) =>
      new Promise<Delivery>((resolve) => {
        const lost = () => resolve({ kind: 'unknown', why: 'lost' });
        const outgoing = request(way, (answer) => {
          answer.setEncoding('utf8');
          answer.on('error', lost);
          answer.on('data', (text: string) => {
            const { receipt } = Answer.parse(JSON.parse(text));
            resolve({ kind: 'delivered', receipt });
          });
        });
        outgoing.on('error', lost);
        outgoing.end(JSON.stringify({ chat, text: textOf(reply) }));
      }),
  };
}

const NO_PICTURES = { draw: () => Promise.reject(new Error('no pictures')) };
const words = { ...NUMBERED_WORDS, sentAgain: '(again)', fileNotSent: '' };
const rootAt = (port: string) => `http://127.0.0.1:${port}`;

async function zaloBot({ port, storage, clock, wait }: Around): Promise<Channel> {
  const [{ zaloBotChannel }, { TOKEN }] = await Promise.all([
    import('../../../src/channels/zalo-bot/zalo-bot-channel.ts'),
    import('../../doubles/zalo-bot/chats.ts'),
  ]);
  return zaloBotChannel(
    {
      token: TOKEN,
      apiRoot: rootAt(port),
      mode: { kind: 'polling' },
      names: [],
      chartMinutes: null,
      fileMinutes: null,
      words,
    },
    {
      ...NO_PICTURES,
      publish: () => Promise.reject(new Error('no links')),
      lists: choiceListStore(storage),
      seen: seenEvents(storage),
      counted: async () => undefined,
      clock,
      wait,
      log: silentLog,
    },
  );
}

async function zaloOa({ port, token, deliveryMs, ...around }: Around): Promise<Channel> {
  const [{ zaloOaChannel }, { ACCOUNT, clientOf }] = await Promise.all([
    import('../../../src/channels/zalo-oa/zalo-oa-channel.ts'),
    import('../../channels/zalo-oa/client-of.ts'),
  ]);
  const { storage, clock } = around;
  if (token !== '') await tokenStore(storage).adopt(ACCOUNT, token, clock.now());
  const owner = String(process.pid);
  return zaloOaChannel(
    {
      appId: '1',
      webhookKey: 'k',
      names: [],
      requestsPerMinute: 1_000_000,
      fileMinutes: null,
      unconfirmed: {},
      words,
      patience: { sendMs: deliveryMs * 0.6 },
    },
    {
      ...NO_PICTURES,
      ...around,
      oa: clientOf({ ...around, root: rootAt(port), log: silentLog, owner }),
      lists: choiceListStore(storage),
      seen: seenEvents(storage),
      log: silentLog,
    },
  );
}
