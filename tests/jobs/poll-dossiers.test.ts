import { mkdtemp, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { pollDossierLists } from '../../jobs/poll-dossiers.ts';
import { dossierFolder } from '../../src/sources/dossiers/dossier-files.ts';
import { openDesk } from '../polling/dossier-lists.ts';
import { csv, HEADER, reading, row } from '../sources/dossiers/lists.ts';

const rows = (...codes: readonly string[]) =>
  csv([HEADER, ...codes.map((code) => row({ 'Mã hồ sơ': code }))]);

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dossiers-'));
  const written = Object.entries(files).map(async ([name, text], at) => {
    await writeFile(join(folder, name), text);
    // In the order given, an hour apart.
    await utimes(join(folder, name), 0, 1_694_700_000 + at * 3600);
  });
  await Promise.all(written);
  return folder;
}

const jobOf = (folder: string, intake: ReturnType<typeof openDesk>['intake']) =>
  pollDossierLists({
    source: dossierFolder(
      { name: 'ho-so', completeFor: 'agenciesInIt', partialOk: false },
      folder,
      reading,
    ),
    when: '5 * * * *',
    intake,
  });

test('lists of a folder come in by age, and say in numbers what they changed', async () => {
  using desk = openDesk();
  const folder = await folderOf({
    'z.csv': rows('H32-0001', 'H32-0002'),
    'a.csv': rows('H32-0002', 'H32-0003'),
    '.hidden.csv': 'x',
    '~$a.xlsx': 'x',
    'notes.docx': 'x',
  });
  const job = jobOf(folder, desk.intake);
  expect([job.name, job.when]).toEqual(['poll-dossiers/ho-so', '5 * * * *']);
  const outcome = await job.run({ dry: false });
  expect(outcome.summary).toEqual({ taken: 2, readable: 0, unchanged: 0, refused: 0 });
  expect(outcome.details).toEqual([
    expect.stringMatching(/^taken z\.csv .*added=2 .*leftOut=0$/u),
    expect.stringMatching(/^taken a\.csv .*added=1 .*disappeared=1 .*leftOut=0$/u),
  ]);
  expect(await desk.open()).toEqual(['H32-0002', 'H32-0003']);
  expect(await job.run({ dry: false })).toEqual({
    summary: { taken: 0, readable: 0, unchanged: 2, refused: 0 },
    details: [],
  });
});

test('a bad list is set aside with its places and hash', async () => {
  using desk = openDesk();
  const job = jobOf(await folderOf({ 'a.csv': `${rows('H32-0001')}x` }), desk.intake);
  const { summary, details } = await job.run({ dry: false });
  expect([summary['refused'], details]).toEqual([1, ['refused a.csv:3 wrongCellCount 1 / 11']]);
  const [aside] = desk.shelf.setAside;
  expect(aside?.origin).toBe('a.csv');
  expect(aside?.contentHash).toMatch(/^[0-9a-f]{64}$/u);
});

test('a dry run tells how many rows there are', async () => {
  using desk = openDesk();
  const job = jobOf(await folderOf({ 'a.csv': rows('H32-0001') }), desk.intake);
  expect((await job.run({ dry: true })).details).toEqual(['readable a.csv rows=1 leftOut=0']);
  expect(await desk.open()).toEqual([]);
});

test('a folder that is not there', async () => {
  using desk = openDesk();
  const { details } = await jobOf('/nowhere/at-all', desk.intake).run({ dry: false });
  expect(details).toEqual(['refused /nowhere/at-all sourceFailed ENOENT']);
});
