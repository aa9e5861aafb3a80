import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

import { expect, test } from 'vitest';
import * as z from 'zod';

import { alertStore } from '../../src/storage/alert-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { temporaryFolder } from '../shell/run-program.ts';

const KILLS = 8;
/** More than is settled before the last kill, and no process is left over should a kill fail. */
const MANY = 5_000;

function start(file: string, most: number): ChildProcess {
  const node = resolve('node_modules/.bin/node');
  const env = { NODE_COMPILE_CACHE: resolve('.cache/node') };
  const args = ['tests/storage/alert-child.ts', file, String(most)];
  return spawn(node, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Kills a process at some point of its work. */
async function killedSometime(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  let left = Math.floor(Math.random() * 60);
  child.stdout?.on('data', (dots: Buffer) => {
    left -= dots.length;
    if (left <= 0) child.kill('SIGKILL');
  });
  await ended;
}

/** The numbers of the messages that were queued, in order, and that of the alert that is known to be told. */
async function told(file: string) {
  using storage = openStorage(file);
  const keys = storage.database.prepare('select key from outbox order by id').pluck().all();
  const numbers = z
    .array(z.string())
    .parse(keys)
    .map((key) => Number(key.split('/')[1]));
  const { version, states } = await alertStore(storage).alertsOf({
    channel: 'telegram',
    chat: '-1',
  });
  return { numbers, version, value: states[0]?.amount.value ?? 0 };
}

const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

test(
  'killed at any point, an alert is told and known to be told, once, or neither',
  { timeout: 60_000 },
  async () => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'a.db');
    let before = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      await killedSometime(start(file, MANY));
      const { numbers, version, value } = await told(file);
      expect(numbers).toEqual(upTo(version));
      expect(value).toBe(version);
      expect(version).toBeGreaterThanOrEqual(before);
      before = version;
    }
    expect(before).toBeGreaterThan(0);
  },
);

test('two processes tell each alert once', { timeout: 60_000 }, async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'b.db');
  openStorage(file).close();
  const ends = [start(file, 300), start(file, 300)].map((child) => {
    child.stdout?.resume();
    return once(child, 'exit');
  });
  await Promise.all(ends);
  expect(await told(file)).toEqual({ numbers: upTo(300), version: 300, value: 300 });
});
