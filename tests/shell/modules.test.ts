import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from 'vitest';

const MODULES = globSync('{src,commands,jobs}/**/*.ts', {
  exclude: ['src/zalo-api-wrapper/tests/**', 'src/zalo-api-wrapper/dist/**'],
}).filter(
  // The entry runs, and the drawing thread serves, when they are started: that is what they are for.
  (file) => !['src/main.ts', 'src/charts/chart-worker.ts'].includes(file),
);

test(
  'importing every module opens nothing, starts nothing and says nothing: the process ends by itself',
  { timeout: 60_000 },
  async () => {
    expect(MODULES.length).toBeGreaterThan(150);
    const imports = MODULES.map((file) => `import ${JSON.stringify(resolve(file))};`).join('\n');
    const { stdout, stderr } = await promisify(execFile)(
      resolve('node_modules/.bin/node'),
      ['--input-type=module', '--eval', imports],
      { timeout: 60_000 },
    );
    expect([stdout, stderr]).toEqual(['', '']);
  },
);
