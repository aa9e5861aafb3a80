import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { stageFile } from '../../src/storage/stage-file.ts';

const hoursAgo = (hours: number) => Date.now() / 1_000 - hours * 3_600;

test('what a killed process left goes after a day; what another one reads, and what is none of ours, stays', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'dung-hen-temporary-'));
  const made = [
    ['dung-hen-list-killed', 25],
    ['dung-hen-list-read', 23],
    ['another', 100],
  ] as const;
  for (const [name, hours] of made) {
    mkdirSync(join(temporary, name));
    writeFileSync(join(temporary, name, 'rows.db'), '');
    utimesSync(join(temporary, name), hoursAgo(hours), hoursAgo(hours));
  }
  const file = stageFile(temporary);
  expect(readdirSync(temporary)).toHaveLength(3);
  file.remove();
  file.remove();
  expect(readdirSync(temporary).toSorted()).toEqual(['another', 'dung-hen-list-read']);
  rmSync(temporary, { recursive: true });
});
