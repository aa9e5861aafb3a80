import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

import type { KillDoubles } from './doubles.ts';
import type { KillWay } from './ways.ts';

const NODE = resolve('node_modules/.bin/node');

/** What a process is started over. */
type Bot = { readonly way: KillWay; readonly folder: string; readonly doubles: KillDoubles };

/** Up to which batch it sends, whether it ends by itself, and how long a delivery may take in real time. */
type Life = {
  readonly last: number;
  readonly mode?: 'live' | 'drain';
  readonly patienceMs?: number;
};

/** Starts the process that is to be killed, or to `drain` what is left. */
export async function startBot(
  { way, folder, doubles }: Bot,
  { last, mode = 'live', patienceMs = 250 }: Life,
): Promise<ChildProcess> {
  const tokens = await doubles.tokensFor(folder);
  const args = [way, folder, doubles.ports, '0', String(last), mode, tokens, String(patienceMs)];
  const env = { NODE_COMPILE_CACHE: resolve('.cache/node') };
  const file = 'tests/outbox/kill/child.ts';
  return spawn(NODE, [file, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
