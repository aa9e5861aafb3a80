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

test('the oldest comes first, whatever it is called', async () => {
  await written('a-corrected.csv', 2024);
  await written('b.csv', 2023);
  await written('c.csv', 2023);
  expect(await unreadFiles().listing(folder)).toEqual(['b.csv', 'c.csv', 'a-corrected.csv']);
});

test('what was read comes again only when it, or what describes it, changes', async () => {
  await written('a.csv', 2023);
  await written('b.csv', 2024);
  const { listing, allRead } = unreadFiles();
  await listing(folder);
  // The reading was broken off.
  expect(await listing(folder)).toEqual(['a.csv', 'b.csv']);
  allRead([]);
  expect(await listing(folder)).toEqual([]);
  await written('b.csv', 2025);
  expect(await listing(folder)).toEqual(['b.csv']);
  allRead([]);
  await written('a.yaml', 2022);
  expect(await listing(folder)).toEqual(['a.yaml', 'a.csv']);
  allRead(['a.csv']);
  expect(await listing(folder)).toEqual(['a.yaml', 'a.csv']);
});
