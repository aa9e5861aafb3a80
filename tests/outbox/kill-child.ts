import { request } from 'node:http';
import { join } from 'node:path';

import * as z from 'zod';

import type { Channel, Delivery } from '../../src/channels/channel.ts';
import { realWait, type Wait } from '../../src/channels/wait.ts';
import type { Clock } from '../../src/clock.ts';
import { silentLog } from '../../src/log.ts';
import { openOutbox } from '../../src/outbox/open-outbox.ts';
import { openStorage } from '../../src/storage/open.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { batchOf, LONG_AGO, STORES } from './kill-batch.ts';
import { AGAIN, textOf } from './words.ts';

/*
 * A bot as far as sending goes, to be killed: over each of its stores it puts the batches it is told to, then delivers.
 * Told to `drain` it ends by itself when nothing is left to send.
 */
const [folder = '', port = '', first = '', last = '', mode = ''] = process.argv.slice(2);

/** Time runs so many times faster, for all processes alike: pauses are those of a day on which much goes wrong. */
const FASTER = 20;
const clock: Clock = {
  now: () => {
    const passed = Temporal.Now.instant().epochMilliseconds - LONG_AGO.epochMilliseconds;
    return LONG_AGO.add({ milliseconds: passed * FASTER });
  },
};
const wait: Wait = (ms, signal) => realWait(ms / FASTER, signal);

const Answer = z.object({ receipt: z.string() });

/** The thinnest messenger there is. */
function channelOf(store: number): Channel {
  const way = { port, host: '127.0.0.1', path: `/${String(store)}`, method: 'POST', agent: false };
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

async function work(number: number): Promise<void> {
  const storage = openStorage(join(folder, `${String(number)}.db`));
  const store = outboxStore(storage);
  const everyMs = (2 + number) * FASTER;
  const outbox = openOutbox({
    store,
    channels: [channelOf(number)],
    paces: { telegram: { everyMs, chatEveryMs: 0, groupPerMinute: Infinity, isGroup: () => true } },
    clock,
    wait,
    log: silentLog,
    random: () => 0,
    sentAgain: AGAIN,
    onNever: async () => undefined,
    owner: String(process.pid),
    patience: { leaseMs: 6_000, deliveryMs: 5_000 },
  });
  for (let batch = Number(first); batch <= Number(last); batch += 1) {
    await outbox.put(batchOf(batch), clock.now());
  }
  const stop = outbox.run();
  if (mode !== 'drain') return;
  for (;;) {
    const { waiting, sending } = await store.counts(clock.now());
    if (waiting + sending === 0) break;
    await wait(1_000);
  }
  await stop();
  storage.close();
}

await Promise.all(Array.from({ length: STORES }, (_, number) => work(number)));
