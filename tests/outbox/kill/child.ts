import { join } from 'node:path';

import * as z from 'zod';

import { realWait, type Wait } from '../../../src/channels/wait.ts';
import type { Clock } from '../../../src/clock.ts';
import { silentLog } from '../../../src/log.ts';
import { openOutbox } from '../../../src/outbox/open-outbox.ts';
import { openStorage } from '../../../src/storage/open.ts';
import { outboxStore } from '../../../src/storage/outbox-store.ts';
import { AGAIN } from '../words.ts';
import { batchOf, LONG_AGO, STORES } from './batch.ts';
import { killChannel } from './channels.ts';
import { KILL_WAYS } from './ways.ts';

/*
 * A bot as far as sending goes, to be killed: over each of its stores it puts the batches it is told to, then delivers.
 * Told to `drain` it ends by itself when nothing is left to send.
 */
const [
  wayName = '',
  folder = '',
  ports = '',
  first = '',
  last = '',
  mode = '',
  tokens = '',
  patienceMs = '',
] = process.argv.slice(2);
const way = z.enum(['thin', 'zalo-bot', 'zalo-oa']).parse(wayName);

const { faster: FASTER } = KILL_WAYS[way];
/** How long a delivery may take, by the clock of the process. */
const deliveryMs = Number(patienceMs) * FASTER;
const clock: Clock = {
  now: () => {
    const passed = Temporal.Now.instant().epochMilliseconds - LONG_AGO.epochMilliseconds;
    return LONG_AGO.add({ milliseconds: passed * FASTER });
  },
};
const wait: Wait = (ms, signal) => realWait(ms / FASTER, signal);

async function work(number: number): Promise<void> {
  const storage = openStorage(join(folder, `${String(number)}.db`));
  const store = outboxStore(storage);
  const around = { number, storage, clock, wait, deliveryMs };
  const channel = await killChannel(way, {
    ...around,
    port: ports.split(',')[number] ?? '',
    token: tokens.split(',')[number] ?? '',
  });
  const everyMs = (2 + number) * FASTER;
  const pace = {
    everyMs,
    inAll: null,
    chatEveryMs: 0,
    groupPerMinute: Infinity,
    isGroup: () => true,
  };
  const outbox = openOutbox({
    store,
    channels: [channel],
    paces: { [channel.name]: pace },
    clock,
    wait,
    log: silentLog,
    random: () => 0,
    sentAgain: AGAIN,
    onNever: async () => undefined,
    owner: String(process.pid),
    patience: { leaseMs: deliveryMs * 1.2, deliveryMs },
  });
  for (let batch = Number(first); batch <= Number(last); batch += 1) {
    await outbox.put(batchOf(batch, way), clock.now());
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
