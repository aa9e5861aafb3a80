import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeEach, describe, expect, test } from 'vitest';

import { settledFiles } from '../../src/sources/settled-files.ts';

const NOON = Temporal.Instant.from('2026-11-23T12:00+07:00');

let folder: string;
let now: Temporal.Instant;
const clock = { now: () => now };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settled-'));
  now = NOON;
});

/** Writes a file so many seconds before noon. */
async function written(name: string, secondsAgo: number, text = 'x'): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, text);
  const at = new Date(NOON.subtract({ seconds: secondsAgo }).epochMilliseconds);
  await utimes(path, at, at);
}

describe('at the first look', () => {
  test.each([
    [0, false],
    [29, false],
    [30, true],
    [86_400, true],
    // The clock of a file server goes ahead a little; a day ahead is a day being played.
    [-60, false],
    [-2 * 86_400, true],
  ])('a file written %i seconds ago: whole %s', async (secondsAgo, isWhole) => {
    await written('a.csv', secondsAgo);
    const { names, unready } = await settledFiles(clock)(folder);
    expect(names).toEqual(isWhole ? ['a.csv'] : []);
    expect(unready).toEqual(isWhole ? [] : ['a.csv']);
  });

  test('folders, links, reasons and what nobody put there on purpose are passed over', async () => {
    await written('a.csv', 60);
    const others = ['.a.csv', '~$a.xlsx', '~WRL0003.tmp', 'b.xlsx.part', 'c.pdf.crdownload'];
    for (const name of [...others, 'Thumbs.db', 'desktop.ini', 'a.csv.ly-do.txt']) {
      await written(name, 60);
    }
    await mkdir(join(folder, 'done'));
    await symlink(join(folder, 'a.csv'), join(folder, 'b.csv'));
    expect((await settledFiles(clock)(folder)).names).toEqual(['a.csv']);
  });
});

describe('at the next look', () => {
  test.each([
    ['nothing changed, five seconds later', 5, null, ['a.csv']],
    ['nothing changed, but too soon', 4, null, []],
    ['it grew', 10, 'xx', []],
  ])('%s', async (_, secondsLater, text, listed) => {
    await written('a.csv', 1);
    const look = settledFiles(clock);
    await look(folder);
    now = NOON.add({ seconds: secondsLater });
    if (text !== null) await written('a.csv', 1 - secondsLater, text);
    expect((await look(folder)).names).toEqual(listed);
  });

  test('it has to be the same for five seconds since it last changed, not since it was first seen', async () => {
    const look = settledFiles(clock);
    const looks: (readonly string[])[] = [];
    for (let seconds = 0; seconds <= 12; seconds += 4) {
      now = NOON.add({ seconds });
      if (seconds <= 4) await written('a.csv', -seconds, 'x'.repeat(seconds + 1));
      looks.push((await look(folder)).names);
    }
    expect(looks).toEqual([[], [], [], ['a.csv']]);
  });
});

test('a table waits for the file beside it, and the other way round', async () => {
  await written('a.csv', 60);
  await written('a.yaml', 1);
  await written('b.csv', 60);
  const { names, unready } = await settledFiles(clock)(folder);
  expect(names).toEqual(['b.csv']);
  expect(unready).toEqual(['a.csv', 'a.yaml']);
});

test('a folder that is not there is a fault of the source', async () => {
  await expect(settledFiles(clock)(join(folder, 'none'))).rejects.toMatchObject({
    problems: [{ code: 'sourceFailed', detail: 'ENOENT' }],
  });
});

test('what was written, or came, after the last look is another file than the one that was read', async () => {
  for (const name of ['same.csv', 'written.csv', 'gone.csv']) await written(name, 60);
  const visit = await settledFiles(clock)(folder);
  await written('written.csv', 1, 'xx');
  await written('new.yaml', 60);
  await rm(join(folder, 'gone.csv'));
  const names = ['same.csv', 'written.csv', 'new.yaml', 'gone.csv', 'never.csv'];
  const changed = names.map((name) => visit.isChanged(name));
  expect(await Promise.all(changed)).toEqual([false, true, true, false, false]);
});
