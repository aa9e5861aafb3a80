import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from 'vitest';

const CHILD = join(import.meta.dirname, 'held-loop-child.ts');
/** Of the bot's own time; design.md, section 8. */
const MOST_MS = 50;

test('a list of 50,000 in one answer is read in pieces of which none holds the bot for long', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD]);
  const heldMs = Number(stdout);
  expect(heldMs).toBeGreaterThan(0);
  expect(heldMs).toBeLessThan(MOST_MS);
}, 60_000);
