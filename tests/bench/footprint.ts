import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

import * as z from 'zod';

import type { BenchRow } from './bench-row.ts';

const START_BAR_MS = 1_500;
const REST_BAR_MB = 150;
const ROUNDS = 3;
/** Long enough for what starting left behind to be collected. */
const REST_MS = 5_000;

/** The whole program as it is installed: from its start to the first answer on the page, and its memory at rest. */
export async function benchFootprint(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dung-hen-bench-'));
  try {
    // The first start fills the store with the sample figures, once in the life of an installation.
    await startOnce(folder, 0);
    const starts: number[] = [];
    const memory: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { answerMs, restMb } = await startOnce(folder, REST_MS);
      starts.push(answerMs);
      memory.push(restMb);
    }
    const [start, rest] = [median(starts), median(memory)];
    return [
      {
        name: 'start to first answer',
        value: start,
        unit: 'ms',
        bar: START_BAR_MS,
        ok: start <= START_BAR_MS,
      },
      {
        name: 'memory at rest',
        value: rest,
        unit: 'MB',
        bar: REST_BAR_MB,
        ok: rest <= REST_BAR_MB,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startOnce(folder: string, restMs: number) {
  const began = performance.now();
  const bot = spawn(process.execPath, await startArguments(), {
    env: { DUNG_HEN_DATA: folder, PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const page = await pageOf(bot);
    await answered(page);
    const answerMs = performance.now() - began;
    await pause(restMs);
    return { answerMs, restMb: await residentMb(bot.pid ?? 0) };
  } finally {
    bot.kill('SIGTERM');
    await new Promise((resolve) => {
      bot.once('exit', resolve);
    });
  }
}

/** What `npm start` gives to node: its flags are part of what is measured. */
async function startArguments(): Promise<readonly string[]> {
  const { scripts } = Manifest.parse(JSON.parse(await readFile('package.json', 'utf8')));
  return scripts.start.split(' ').slice(1);
}

const Manifest = z.object({ scripts: z.object({ start: z.string() }) });

async function pageOf(bot: ChildProcess): Promise<string> {
  if (bot.stdout === null) throw new Error('no output to read');
  for await (const line of createInterface({ input: bot.stdout })) {
    const page = /http:\/\/[\d.]+:\d+/u.exec(line)?.[0];
    if (page !== undefined) return page;
  }
  throw new Error('ended before it was up');
}

const Chats = z.object({ chats: z.array(z.object({ id: z.string() })).nonempty() });

async function answered(page: string): Promise<void> {
  const first = await fetch(`${page}/api/chats`);
  const cookie = first.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
  const chat = Chats.parse(await first.json()).chats[0]?.id;
  const headers = { cookie, origin: page, 'content-type': 'application/json' };
  const body = JSON.stringify({ chat, text: '/tre-han Nha Trang' });
  await fetch(`${page}/api/messages`, { method: 'POST', headers, body });
  for (;;) {
    const messages = await (await fetch(`${page}/api/messages?chat=${chat}`, { headers })).text();
    if (messages.includes('0,77%')) return;
    await pause(5);
  }
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/u.exec(status)?.[1] ?? NaN) / 1_000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
