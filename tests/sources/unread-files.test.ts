import { mkdtemp, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeEach, expect, test } from 'vitest';

import { unreadFiles } from '../../src/sources/unread-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unread-'));
});

/** Writes a file as of a year. */
async function written(name: string, year: number): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, name);
  await utimes(path, new Date(year, 1), new Date(year, 1));
}

test('what was read comes again only when it, or what describes it, changes', async () => {
  await written('a.csv', 2023);
  await written('b.csv', 2024);
  const look = unreadFiles();
  const first = await look(folder);
  // The reading was broken off.
  const second = await look(folder);
  expect([first.names, second.names]).toEqual([
    ['a.csv', 'b.csv'],
    ['a.csv', 'b.csv'],
  ]);
  second.allRead([]);
  expect((await look(folder)).names).toEqual([]);
  await written('b.csv', 2025);
  const third = await look(folder);
  expect(third.names).toEqual(['b.csv']);
  third.allRead([]);
  await written('a.yaml', 2022);
  const fourth = await look(folder);
  expect(fourth.names).toEqual(['a.yaml', 'a.csv']);
  fourth.allRead(['a.csv']);
  expect((await look(folder)).names).toEqual(['a.yaml', 'a.csv']);
});
