import { createServer } from 'node:http';
import { Worker } from 'node:worker_threads';

import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import * as z from 'zod';

import type { Answer } from '../../src/channels/channel.ts';
import type { ChoiceStore } from '../../src/channels/choice-store.ts';
import type { Door } from '../../src/channels/door.ts';
import { telegramChannel } from '../../src/channels/telegram/telegram-channel.ts';
import { realWait } from '../../src/channels/wait.ts';
import { systemClock } from '../../src/clock.ts';
import { silentLog } from '../../src/log.ts';
import { TelegramDouble, TOKEN } from '../doubles/telegram/telegram-double.ts';
import type { BenchRow } from './bench-row.ts';

const SECRET = 'bench-secret';
const BAR = 0.6;
const ROUNDS = 15;
const REQUESTS = 1_000;

/** What is measured: the bot's own answering, and one bare read of the same store for comparison. */
export type AnswerBench = {
  readonly answer: Answer;
  /** Where the buttons of the answers are kept, as in the app. */
  readonly choices: ChoiceStore;
  /** One read of SQLite by its primary key or so: all a bare server would do. */
  readonly readOne: () => unknown;
  /** A question that is answered in text of one message. */
  readonly question: string;
};

type Server = AsyncDisposable & { readonly url: string };
type Loading = { readonly question: string; readonly count: number; readonly inFlight: number };

/**
 * Throughput from webhook to reply beside bare node:http that reads once and sends the same reply: one question at a
 * time, and as many as keep the bot busy all the time.
 */
export async function benchAnswer(bench: AnswerBench): Promise<BenchRow[]> {
  await using bot = await openBot(bench);
  const reply = await replyOf(bot.url, bench.question);
  await using bare = await openBare(bench.readOne, reply);
  const rows: BenchRow[] = [];
  for (const inFlight of [1, 16]) {
    const loading = { question: bench.question, count: REQUESTS, inFlight };
    const ratio = await medianRatio(bot, bare, loading);
    const name = `text answer, webhook to reply, ${inFlight} in flight, of bare node:http (at least)`;
    rows.push({ name, value: ratio, unit: '×', bar: BAR, ok: ratio >= BAR });
  }
  return rows;
}

/** Rounds take turns, so that a busy machine is busy for both; the first of each only warms up. */
async function medianRatio(bot: Server, bare: Server, loading: Loading): Promise<number> {
  const ratios: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const ofBare = await perSecond(bare.url, loading);
    const ofBot = await perSecond(bot.url, loading);
    if (round > 0) ratios.push(ofBot / ofBare);
  }
  return ratios.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

let firstId = 1;

const Outcome = z.object({ perSecond: z.number(), unanswered: z.number() });

async function perSecond(url: string, loading: Loading): Promise<number> {
  const workerData = { url, secret: SECRET, from: firstId, ...loading };
  firstId += loading.count;
  const worker = new Worker(new URL('webhook-load.ts', import.meta.url), { workerData });
  const message = await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  const outcome = Outcome.parse(message);
  if (outcome.unanswered > 0) throw new Error(`${outcome.unanswered} questions were not answered`);
  return outcome.perSecond;
}

/** The channel behind hono, as the app has it; Telegram is a double on this machine. */
async function openBot({ answer, choices }: AnswerBench): Promise<Server> {
  const telegram = await TelegramDouble.open();
  const routes = new Hono();
  const server = await listening(routes.fetch);
  const channel = telegramChannel(
    {
      token: TOKEN,
      apiRoot: telegram.root,
      mode: { kind: 'webhook', publicUrl: server.url, secret: SECRET },
      commands: [],
      words: { notYours: '-', expired: '-', sentAgain: '-' },
    },
    {
      draw: () => Promise.reject(new Error('no charts here')),
      choices,
      clock: systemClock,
      log: silentLog,
      wait: realWait,
    },
  );
  mount(routes, channel.webhook);
  const stop = await channel.listen(answer);
  await telegram.until(() => telegram.callsOf('setMyCommands').length === 4);
  return {
    url: `${server.url}${channel.webhook?.path ?? ''}`,
    async [Symbol.asyncDispose]() {
      await stop();
      await server.close();
      await telegram[Symbol.asyncDispose]();
    },
  };
}

function mount(routes: Hono, door: Door | null): void {
  if (door !== null) routes.post(door.path, (context) => door.handle(context.req.raw));
}

async function listening(fetch: Hono['fetch']) {
  return new Promise<{ url: string; close: () => Promise<void> }>((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        close: () => new Promise((closed) => server.close(() => closed())),
      }),
    );
  });
}

/** What a bare server would send: the bot's own reply, byte for byte. */
async function replyOf(url: string, question: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': SECRET },
    body: JSON.stringify({
      update_id: 0,
      message: {
        message_id: 1,
        from: { id: 1, is_bot: false },
        chat: { id: 1, type: 'private' },
        text: question,
      },
    }),
  });
  const reply = await response.text();
  if (reply === '') throw new Error(`${question} is not answered by one text message`);
  return reply;
}

async function openBare(readOne: () => unknown, reply: string): Promise<Server> {
  const server = createServer((request, response) => {
    request.on('data', () => undefined);
    request.on('end', () => {
      readOne();
      response.writeHead(200, { 'content-type': 'application/json' }).end(reply);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
