import { once } from 'node:events';
import { text } from 'node:stream/consumers';

import { expect, test } from 'vitest';

import { fillStore, startProgram, temporaryFolder } from './run-program.ts';

test(
  'answers nobody reads any more (`| head`) end the program without a fault',
  { timeout: 180_000 },
  async () => {
    using folder = temporaryFolder();
    await fillStore(folder.path);
    const child = startProgram(['ask', '/tre-han Nha Trang', '/xep-hang'], { data: folder.path });
    if (child.stdout === null || child.stderr === null) throw new Error('no pipes');
    child.stdout.destroy();
    const [said] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect(said).not.toContain('EPIPE');
    expect(child.exitCode).toBe(0);
  },
);
