import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { expect, test } from 'vitest';

const run = promisify(execFile);

/** What the program is made of, and whether the compiler for TypeScript was needed for it. */
const LOADS = `
  for (const file of ['main', 'shell/start', 'channels/telegram/telegram-channel', 'channels/zalo-oa/zalo-oa-channel'])
    await import(process.argv[1] + '/src/' + file + '.ts');
  console.log(process.moduleLoadList.filter((name) => name.includes('amaro')).length);`;

test(
  'after installing nothing is left to compile: the first start is as light as any other',
  { timeout: 180_000 },
  async () => {
    const here = process.cwd();
    await run(process.execPath, ['src/compile-now.js'], { cwd: here });
    const cached = ['--import', './src/compile-cache.js', '--input-type=module', '-e', LOADS, here];
    expect((await run(process.execPath, cached, { cwd: here })).stdout.trim()).toBe('0');
    const bare = ['--input-type=module', '-e', LOADS, here];
    expect((await run(process.execPath, bare, { cwd: here })).stdout.trim()).toBe('1');
  },
);
