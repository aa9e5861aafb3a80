import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { expect, test } from 'vitest';

import { OneStopDouble } from '../doubles/one-stop/one-stop-double.ts';
import { FIGURE_FIELDS } from '../sources/http/asking.ts';
import { startProgram, temporaryFolder } from './run-program.ts';

test(
  'a system that does not answer does not hold up the end of the program: what it was asked is given up',
  { timeout: 180_000 },
  async () => {
    using store = temporaryFolder();
    await using double = await OneStopDouble.open();
    double.fails({ kind: 'hangs' });
    const asked = new Promise<void>((resolve) => {
      double.onHeld = resolve;
    });
    const source = {
      kind: 'http',
      takes: 'figures',
      name: 'mot-cua',
      allowHttp: true,
      url: `${double.root}/thong-ke?ky={period.key}`,
      schedule: '* * * * * *',
      timeoutSeconds: 300,
      idleSeconds: 300,
      agencyCodes: { 'H32.01': 'so-yt', 'H32.02': 'so-tc', 'H32.30': 'p-nha-trang-2025' },
      sample: 'fixtures/sources/http/thong-ke.json',
      mapping: { rows: 'duLieu', fields: FIGURE_FIELDS },
    };
    const config = join(store.path, 'config.yaml');
    writeFileSync(config, JSON.stringify({ samples: 'none', sources: [source] }));
    const child = startProgram([], {
      data: store.path,
      variables: { PORT: '0', DUNG_HEN_CONFIG: config },
    });
    if (child.stderr === null) throw new Error('no pipe');
    const said = text(child.stderr);
    child.stdout?.resume();
    await asked;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    expect([child.exitCode, child.signalCode]).toEqual([0, null]);
    expect(await said).toContain('app.stopped');
  },
);
