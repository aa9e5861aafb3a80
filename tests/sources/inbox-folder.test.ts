import { chmod, mkdtemp, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeEach, describe, expect, test } from 'vitest';

import { fixedClock } from '../../src/clock.ts';
import { folderState, forgetFiles } from '../../src/sources/file-places.ts';
import { inboxFolder } from '../../src/sources/inbox-folder.ts';

const clock = fixedClock(Temporal.Instant.from('2026-11-23T08:05:09+07:00'));
const PROBLEMS = [{ code: 'empty', place: 'a.csv', detail: '' }];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inbox-'));
});

const inbox = (changed: readonly string[] = [], names: readonly string[] = []) =>
  inboxFolder(folder, {
    clock,
    kinds: { has: (name) => /\.(?:csv|yaml)$/u.test(name), listed: 'CSV, YAML' },
    lastVisit: () => ({
      names,
      unready: ['new.csv'],
      isChanged: async (name) => changed.includes(name),
      allRead: () => undefined,
    }),
    onRejected: async () => undefined,
    reasonOf: ({ name, problems }) => `${name}: ${problems.map(({ code }) => code).join()}`,
  });
const inAnHour = () => Temporal.Now.instant().add({ hours: 1 });
const all = (moment: Temporal.Instant) => ({ done: moment, rejected: moment });
const put = (name: string, text = name) => writeFile(join(folder, name), text);
const contents = async (place: string) => (await readdir(join(folder, place))).toSorted();

test('what was taken in goes to done, with the file that says what it is', async () => {
  await put('a.csv');
  await put('a.yaml');
  await put('b.csv');
  expect(await inbox().putAway({ name: 'a.csv', kind: 'done' })).toBeNull();
  expect(await contents('done')).toEqual(['a.csv', 'a.yaml']);
  expect(await contents('.')).toEqual(['b.csv', 'done']);
});

test('what was refused goes to rejected, with the reason beside it', async () => {
  await put('a.csv');
  await inbox().putAway({ name: 'a.csv', kind: 'rejected', problems: PROBLEMS });
  expect(await contents('rejected')).toEqual(['a.csv', 'a.csv.ly-do.txt']);
  expect(await readFile(join(folder, 'rejected/a.csv.ly-do.txt'), 'utf8')).toBe('a.csv: empty');
});

test('nothing is overwritten: a name that is taken gets the time behind it, and then a number', async () => {
  for (const text of ['first', 'second', 'third']) {
    await put('a.csv', text);
    await inbox().putAway({ name: 'a.csv', kind: 'done' });
  }
  const names = ['a-20261123-080509-2.csv', 'a-20261123-080509.csv', 'a.csv'];
  expect(await contents('done')).toEqual(names);
  const texts = names.map((name) => readFile(join(folder, 'done', name), 'utf8'));
  expect(await Promise.all(texts)).toEqual(['third', 'second', 'first']);
});

test('a table and its description keep one name between them', async () => {
  for (const text of ['first', 'second']) {
    await put('a.csv', text);
    if (text === 'second') await put('a.yaml', text);
    await inbox().putAway({ name: 'a.csv', kind: 'done' });
  }
  await put('a.yaml', 'alone');
  await inbox().putAway({ name: 'a.yaml', kind: 'rejected', problems: PROBLEMS });
  expect(await contents('done')).toEqual([
    'a-20261123-080509.csv',
    'a-20261123-080509.yaml',
    'a.csv',
  ]);
  expect(await contents('rejected')).toEqual(['a.yaml', 'a.yaml.ly-do.txt']);
});

describe('what cannot be moved stays', () => {
  test('and what stood against it is told', async () => {
    await put('a.csv');
    await put('done', 'a file where the folder should be');
    expect(await inbox().putAway({ name: 'a.csv', kind: 'done' })).toEqual({
      code: 'notMoved',
      place: join(folder, 'a.csv'),
      detail: 'EEXIST',
    });
    expect(await contents('.')).toEqual(['a.csv', 'done']);
  });

  test('a file that its owner took meanwhile is nobody’s fault', async () => {
    expect(await inbox().putAway({ name: 'gone.csv', kind: 'done' })).toBeNull();
  });

  test.each(['a.csv', 'a.yaml'])('%s was written anew since it was read', async (changed) => {
    await put('a.csv');
    await put('a.yaml');
    const file = { name: 'a.csv', kind: 'rejected', problems: PROBLEMS } as const;
    expect(await inbox([changed]).putAway(file)).toMatchObject({ code: 'changedWhileRead' });
    expect(await contents('.')).toEqual(['a.csv', 'a.yaml']);
  });

  test('no reason is left of a file that another process took away meanwhile', async () => {
    await inbox().putAway({ name: 'gone.csv', kind: 'rejected', problems: PROBLEMS });
    expect(await contents('rejected')).toEqual([]);
  });

  test('a name is only a name', async () => {
    await put('a.csv');
    await inbox().putAway({ name: '../../a.csv', kind: 'done' });
    expect(await contents('done')).toEqual(['a.csv']);
  });

  // Root may write everywhere.
  test.skipIf(process.getuid?.() === 0)('a folder that may not be written to', async () => {
    await put('a.csv');
    await chmod(folder, 0o555);
    const problem = await inbox().putAway({ name: 'a.csv', kind: 'done' });
    await chmod(folder, 0o755);
    expect(problem).toMatchObject({ code: 'notMoved', detail: 'EACCES' });
  });
});

test('one reading of a folder at a time, also after one that failed', async () => {
  const own = inbox();
  const steps: string[] = [];
  const first = Promise.withResolvers<void>();
  const runs = [
    own.alone(async () => {
      steps.push('first');
      await first.promise;
      steps.push('first ends');
      throw new Error('first fails');
    }),
    own.alone(async () => void steps.push('second')),
  ];
  first.resolve();
  expect((await Promise.allSettled(runs)).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
  ]);
  expect(steps).toEqual(['first', 'first ends', 'second']);
});

describe('forgetting', () => {
  test('removes what was put away before, with its reasons, and nothing else', async () => {
    await put('a.csv');
    await put('b.csv');
    await put('waiting.csv');
    await inbox().putAway({ name: 'a.csv', kind: 'done' });
    await inbox().putAway({ name: 'b.csv', kind: 'rejected', problems: PROBLEMS });
    expect(await forgetFiles(folder, all(inAnHour()))).toBe(3);
    expect(await contents('.')).toEqual(['done', 'rejected', 'waiting.csv']);
    expect([await contents('done'), await contents('rejected')]).toEqual([[], []]);
  });

  test('what was refused may go before what was taken in', async () => {
    await put('a.csv');
    await put('b.csv');
    await inbox().putAway({ name: 'a.csv', kind: 'done' });
    await inbox().putAway({ name: 'b.csv', kind: 'rejected', problems: PROBLEMS });
    const yesterday = Temporal.Now.instant().subtract({ hours: 24 });
    expect(await forgetFiles(folder, { done: yesterday, rejected: inAnHour() })).toBe(2);
    expect([await contents('done'), await contents('rejected')]).toEqual([['a.csv'], []]);
  });

  test('counts from when a file was put away, not from when it was written', async () => {
    await put('a.csv');
    const longAgo = new Date('2020-01-01');
    await utimes(join(folder, 'a.csv'), longAgo, longAgo);
    await inbox().putAway({ name: 'a.csv', kind: 'done' });
    const yesterday = Temporal.Now.instant().subtract({ hours: 24 });
    expect(await forgetFiles(folder, all(yesterday))).toBe(0);
  });

  test('where nothing was ever put away there is nothing to forget', async () => {
    expect(await forgetFiles(folder, all(inAnHour()))).toBe(0);
  });
});

describe('files of other kinds', () => {
  test('are strays, each with what it is and what is taken instead', () => {
    const names = ['a.csv', 'a.yaml', 'scan.PDF', 'photo', 'b.csv'];
    expect(inbox([], names).strays()).toEqual([
      {
        kind: 'rejected',
        name: 'scan.PDF',
        problems: [{ code: 'otherKind', place: 'scan.PDF', detail: 'PDF / CSV, YAML' }],
      },
      {
        kind: 'rejected',
        name: 'photo',
        problems: [{ code: 'otherKind', place: 'photo', detail: '– / CSV, YAML' }],
      },
    ]);
  });

  test('go away alone: the description of their name is about a table', async () => {
    for (const name of ['a.csv', 'a.yaml', 'a.pdf']) await put(name);
    await inbox().putAway({ name: 'a.pdf', kind: 'rejected', problems: PROBLEMS });
    expect(await contents('.')).toEqual(['a.csv', 'a.yaml', 'rejected']);
  });
});

test('files are counted without reasons and hidden ones; nothing is known of no folder', async () => {
  await put('a.csv');
  await put('b.csv');
  await put('.hidden');
  await inbox().putAway({ name: 'a.csv', kind: 'rejected', problems: PROBLEMS });
  expect(await folderState(folder)).toEqual({ waiting: 1, done: null, rejected: 1 });
});
