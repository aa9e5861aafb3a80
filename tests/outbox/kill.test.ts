import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

import { expect, test } from 'vitest';
import * as z from 'zod';

import { openStorage } from '../../src/storage/open.ts';
import { temporaryFolder } from '../shell/run-program.ts';
import { BATCH, batchOf, STORES } from './kill-batch.ts';
import { type Arrival, KillDouble } from './kill-double.ts';

/**
 * Kills; each meets every store of the process at another point. The gate asks for 200 (`KILL_ROUNDS`), which take
 * longer than all other tests together.
 */
const KILLS = Number(process.env['KILL_ROUNDS'] ?? 50);

const NODE = resolve('node_modules/.bin/node');
const MARK = '(again) ';

type Bot = { readonly folder: string; readonly port: string };

function startBot({ folder, port }: Bot, args: readonly string[]): ChildProcess {
  const env = { NODE_COMPILE_CACHE: resolve('.cache/node') };
  const file = 'tests/outbox/kill-child.ts';
  return spawn(NODE, [file, folder, port, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Kills the process after some milliseconds (it may still be starting), or at some point of its sending. */
async function killSometime(bot: ChildProcess, round: number, double: KillDouble): Promise<void> {
  const ended = once(bot, 'exit');
  const kill = () => void bot.kill('SIGKILL');
  const random = Math.random();
  const timer = setTimeout(kill, round % 2 === 0 ? 20 + random * 250 : 1_000);
  let calls = 1 + Math.floor(random * 40);
  double.onCall = () => {
    calls -= 1;
    if (calls === 0) setTimeout(kill, Math.random() < 0.5 ? 0 : Math.random() * 4);
  };
  await ended;
  clearTimeout(timer);
  double.onCall = () => undefined;
}

const Row = z.object({
  key: z.string(),
  chat: z.string(),
  state: z.enum(['due', 'sending', 'unknown', 'sent', 'dead']),
  receipt: z.string().nullable(),
  dead_because: z.string().nullable(),
});

function rowsOf(folder: string, store: number) {
  using storage = openStorage(join(folder, `${String(store)}.db`));
  const rows = storage.database.prepare('select * from outbox order by not_before, id').all();
  return z.array(Row).parse(rows);
}

/** What is wrong with a message, by what people saw of it. */
function wrongsOf(row: z.infer<typeof Row>, seen: readonly Arrival[]): readonly string[] {
  const unmarked = seen.filter(({ text }) => text === row.key);
  const isTrue = seen.some(({ receipt }) => receipt === row.receipt);
  return [
    ...(row.state === 'sent' || row.state === 'dead' ? [] : [`is ${row.state} for ever`]),
    ...(row.state === 'dead' && row.dead_because !== 'unknownTwice' ? ['is given up'] : []),
    ...(row.state === 'sent' && !isTrue ? ['is sent with a false receipt'] : []),
    ...(unmarked.length > 1 ? ['is repeated without the mark'] : []),
    ...(seen.length > 2 ? ['is repeated more than once'] : []),
  ].map((wrong) => `${row.key} ${wrong}`);
}

/** First arrivals that came before those of an older message of the same chat. */
function overtaking(rows: readonly z.infer<typeof Row>[], arrivals: readonly Arrival[]) {
  const firsts = (chat: string) =>
    rows
      .filter((row) => row.chat === chat)
      .map(({ key }) => arrivals.findIndex(({ text }) => text.replace(MARK, '') === key))
      .filter((place) => place !== -1);
  return ['-1', '-2'].flatMap((chat) =>
    firsts(chat).filter((place, index, all) => place < (all[index - 1] ?? -1)),
  );
}

test(`killed ${String(KILLS)} times, ${String(STORES)} outboxes lose nothing and repeat nothing without the mark`, async () => {
  using folder = temporaryFolder();
  await using double = new KillDouble();
  const bot = { folder: folder.path, port: await double.open() };
  for (let round = 0; round < KILLS; round += 1) {
    await killSometime(startBot(bot, ['0', String(round)]), round, double);
  }
  const last = startBot(bot, ['0', String(KILLS - 1), 'drain']);
  await once(last, 'exit');
  expect(last.exitCode).toBe(0);
  for (let store = 0; store < STORES; store += 1) {
    const rows = rowsOf(folder.path, store);
    const arrivals = double.arrivals.filter((one) => one.store === String(store));
    const seenOf = (key: string) => arrivals.filter(({ text }) => text.replace(MARK, '') === key);
    expect(rows.map(({ key }) => key)).toEqual(
      Array.from({ length: KILLS }, (_, batch) => batchOf(batch).map(({ key }) => key)).flat(),
    );
    expect(rows.flatMap((row) => wrongsOf(row, seenOf(row.key)))).toEqual([]);
    expect(overtaking(rows, arrivals)).toEqual([]);
    // Else nothing was cut short, and nothing is proved.
    expect(arrivals.filter(({ text }) => text.startsWith(MARK)).length).toBeGreaterThan(0);
    expect(rows).toHaveLength(KILLS * BATCH);
  }
}, 600_000);
