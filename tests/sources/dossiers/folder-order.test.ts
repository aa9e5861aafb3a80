import { mkdtemp, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { dossierFolder } from '../../../src/sources/dossiers/dossier-files.ts';
import { reading } from './lists.ts';

const look = async () => ({
  names: ['a.csv', 'b-gone.csv', 'c.csv'],
  unready: [],
  isChanged: async () => false,
  allRead: () => undefined,
});

test('the older list comes first, also where one that cannot be opened stands between them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lists-'));
  for (const [name, year] of [
    ['a.csv', 2024],
    ['c.csv', 2023],
  ] as const) {
    await writeFile(join(folder, name), name);
    await utimes(join(folder, name), new Date(year, 1), new Date(year, 1));
  }
  const declared = { name: 'x', complete: true, completeFor: null, partialOk: false };
  const source = dossierFolder(declared, folder, { ...reading, look });
  const payloads = await Array.fromAsync(source.fetch());
  expect(payloads.map(({ origin }) => origin)).toEqual(['b-gone.csv', 'c.csv', 'a.csv']);
});
