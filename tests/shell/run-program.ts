import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

import { fixedClock } from '../../src/clock.ts';
import { VARIABLES, readConfig } from '../../src/config.ts';
import { openKnowledge } from '../../src/shell/open-knowledge.ts';

/** The node the project brings, as `npm run` finds it: it strips types by itself. */
const NODE = resolve('node_modules/.bin/node');

/** What a program that has ended leaves behind. */
export type Ended = { readonly code: number | null; readonly out: string; readonly said: string };

type Run = {
  readonly data: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly input?: string;
};

/** A folder that is gone when the test is. */
export type Folder = Disposable & { readonly path: string };

export function temporaryFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'dung-hen-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Starts the program with nothing of this machine's settings: variables are empty unless the test sets them. */
export function startProgram(args: readonly string[], run: Run): ChildProcess {
  const unset = Object.fromEntries(VARIABLES.map((name) => [name, '']));
  const env = {
    PATH: process.env['PATH'],
    // Half of a start is reading the same code again.
    NODE_COMPILE_CACHE: resolve('.cache/node'),
    ...unset,
    DUNG_HEN_DATA: run.data,
    ...run.variables,
  };
  const child = spawn(NODE, ['src/main.ts', ...args], { env, stdio: 'pipe' });
  child.stdin.end(run.input ?? '');
  return child;
}

/** Runs the program to its end. */
export async function runProgram(args: readonly string[], run: Run): Promise<Ended> {
  const child = startProgram(args, run);
  if (child.stdout === null || child.stderr === null) throw new Error('no pipes');
  const [out, said] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code: child.exitCode, out, said };
}

/** Fills a data folder with the official figures, as the first start does, without a process. */
export async function fillStore(data: string): Promise<void> {
  const open = await openStore(data);
  open[Symbol.dispose]();
}

/** Looks into a store that programs worked on. */
export async function openStore(data: string) {
  const config = readConfig({ DUNG_HEN_DATA: data });
  return openKnowledge(config, fixedClock(Temporal.Instant.from('2026-11-21T08:00+07:00')));
}

/** A copy of a data folder, for a test that spoils it. */
export function copyOf(data: string): Folder {
  const folder = temporaryFolder();
  cpSync(data, folder.path, { recursive: true });
  return folder;
}
