import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

import * as z from 'zod';

import { TELEGRAM_PACE } from '../../src/channels/telegram/pace.ts';
import { telegramChannel } from '../../src/channels/telegram/telegram-channel.ts';
import { realWait } from '../../src/channels/wait.ts';
import { openCharts } from '../../src/charts/open-charts.ts';
import { systemClock } from '../../src/clock.ts';
import { type Log, silentLog } from '../../src/log.ts';
import type { Outgoing } from '../../src/outbox/message.ts';
import { openOutbox } from '../../src/outbox/open-outbox.ts';
import { SENT_AGAIN } from '../../src/replies/outbox-words.ts';
import { TELEGRAM_WORDS } from '../../src/replies/shell-words.ts';
import { choiceStore } from '../../src/storage/choice-store.ts';
import { openStorage, type Storage } from '../../src/storage/open.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { SAMPLES } from '../charts/sample-requests.ts';
import type { BenchRow } from './bench-row.ts';

const GROUPS = 190;
const PER_SECOND = 30;
const ANSWER_MS = 100;
const BAR_S = 1.05 * (GROUPS / PER_SECOND) + ANSWER_MS / 1_000;

const Counts = z.object({ refused: z.int(), whole: z.int(), other: z.int() });

/** A list with a chart to every group of a province, against Telegram's limits: from putting to the last receipt. */
export async function benchPush(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dung-hen-bench-'));
  const workerData = { perSecond: PER_SECOND, answerMs: ANSWER_MS };
  const telegram = new Worker(new URL('push-double.ts', import.meta.url), { workerData });
  const charts = openCharts();
  try {
    const [port] = z.tuple([z.int()]).parse(await once(telegram, 'message'));
    using storage = openStorage(join(folder, 'push.db'));
    // As the job does that composes the messages; composing them for 190 groups takes longer.
    charts.warmUp();
    await pause(2_500);
    const seconds = await pushAll(`http://127.0.0.1:${String(port)}`, storage, charts.draw);
    telegram.postMessage('counts', []);
    const [counts] = z.tuple([Counts]).parse(await once(telegram, 'message'));
    return rowsOf(seconds, counts);
  } finally {
    await charts.close();
    await telegram.terminate();
    await rm(folder, { recursive: true, force: true });
  }
}

function rowsOf(seconds: number, { refused, whole, other }: z.infer<typeof Counts>): BenchRow[] {
  const inPieces = GROUPS - whole + other;
  return [
    row(`push to ${String(GROUPS)} groups, chart and caption`, seconds, BAR_S),
    row('pushes refused by the flood limit', refused, 0),
    row('pushes not in one message', inPieces, 0),
  ];
}

/** A measurement beside its bar, in seconds or messages. */
function row(name: string, value: number, bar: number): BenchRow {
  const unit = bar === 0 ? 'messages' : 's';
  return { name, value, unit, bar, ok: value <= bar };
}

type Draw = ReturnType<typeof openCharts>['draw'];

/** Seconds from putting all messages to the last receipt. */
async function pushAll(apiRoot: string, storage: Storage, draw: Draw): Promise<number> {
  const options = { token: '1:bench', apiRoot, commands: [], words: TELEGRAM_WORDS } as const;
  const clock = systemClock;
  const channel = telegramChannel(
    { ...options, mode: { kind: 'polling' } },
    { draw, choices: choiceStore(storage), clock, log: silentLog, wait: realWait },
  );
  const { promise: allSent, resolve } = Promise.withResolvers<void>();
  const outbox = openOutbox({
    store: outboxStore(storage),
    channels: [channel],
    paces: { [channel.name]: TELEGRAM_PACE },
    clock,
    wait: realWait,
    log: telling('outbox.sent', GROUPS, resolve),
    random: Math.random,
    sentAgain: SENT_AGAIN,
    onNever: async () => undefined,
    owner: 'bench',
  });
  const stop = outbox.run();
  const start = performance.now();
  await outbox.put(messages(channel.name), clock.now());
  await allSent;
  const seconds = (performance.now() - start) / 1_000;
  await stop();
  return seconds;
}

/** A chart of its own for every group, and a text that fits under it. */
function messages(channel: string): readonly Outgoing[] {
  const { communes } = SAMPLES;
  const lines = Array.from({ length: 8 }, (_, index) => [
    `Lĩnh vực ${String(index)}: 4 hồ sơ quá hạn`,
  ]);
  return Array.from({ length: GROUPS }, (_, index) => ({
    key: `morning-list/${String(index)}`,
    channel,
    address: { chat: String(-1_000 - index), topic: null },
    reply: {
      blocks: [
        { kind: 'headline', line: [`Đơn vị ${String(index)}: 4 quá hạn · 2 đến hạn hôm nay`] },
        { kind: 'list', items: lines },
      ],
      chart: { ...communes, source: `${communes.source} · ${String(index)}` },
      choices: [{ label: 'Đã nhận', send: `/da-nhan ${String(index)}` }],
      topic: { agency: null, period: null, metric: null },
      snapshots: [],
    },
    notBefore: systemClock.now(),
    notAfter: null,
  }));
}

/** A log that tells when an event has come so many times. */
function telling(event: string, times: number, tell: () => void): Log {
  let seen = 0;
  return {
    ...silentLog,
    info(name) {
      if (name === event) seen += 1;
      if (seen === times) tell();
    },
  };
}
