import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

import { expect, test } from 'vitest';

/** Nice value, the 19th field of a thread's line, counted behind its name. */
function niceOf(stat: string): number {
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
}

const stepBack = new URL('../../src/charts/step-back.ts', import.meta.url);

test.runIf(process.platform === 'linux')(
  'a thread that steps back lets others go first, and only it does',
  async () => {
    const before = niceOf(readFileSync('/proc/thread-self/stat', 'utf8'));
    const worker = new Worker(
      `const { readFileSync } = await import('node:fs');
       const { parentPort } = await import('node:worker_threads');
       const { stepBack } = await import(${JSON.stringify(stepBack.href)});
       stepBack();
       parentPort.postMessage(readFileSync('/proc/thread-self/stat', 'utf8'));`,
      { eval: true },
    );
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    worker.once('message', resolve).once('error', reject);
    expect(niceOf(await promise)).toBe(10);
    await worker.terminate();
    expect(niceOf(readFileSync('/proc/thread-self/stat', 'utf8'))).toBe(before);
  },
);
