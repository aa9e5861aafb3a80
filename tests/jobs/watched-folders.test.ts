import { copyFile, mkdtemp, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

import { beforeEach, describe, expect, test } from 'vitest';

import { forgetFiles } from '../../jobs/forget-files.ts';
import { pollDossierLists } from '../../jobs/poll-dossiers.ts';
import { pollFigures } from '../../jobs/poll-figures.ts';
import { watchedFolders } from '../../src/shell/watched-folders.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { openInMemory } from '../conversations/open-in-memory.ts';

const FORM = 'fixtures/sources/ii-06a-so-khdt-quy-3-2023.xlsx';
const LIST = [
  'Mã hồ sơ;Cơ quan giải quyết;Ngày tiếp nhận;Ngày hẹn trả;Trạng thái',
  'H32.7-231120-0001;UBND phường Lộc Thọ;20/11/2023;27/11/2023;Đang xử lý',
].join('\n');
const BAD = 'fixtures/sources/bad/negative.csv';

let folder: string;
let now = Temporal.Now.instant();
const clock = { now: () => now };
/** Of the folder that was opened last. */
let outbox: ReturnType<typeof outboxStore>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watched-'));
  now = Temporal.Now.instant().add({ minutes: 5 });
});

/** A folder of the configuration, on a store of its own. */
async function watched(
  options: {
    kind?: 'file' | 'dossiers';
    moveFiles?: boolean;
    path?: string;
    keepFilesDays?: number;
  } = {},
) {
  const { kind = 'file', moveFiles = true, path = folder, keepFilesDays = 7 } = options;
  const common = { name: 'x', folder: path, schedule: '0 6 * * *', moveFiles, keepFilesDays };
  const config = {
    keepers: [{ channel: 'telegram', person: '9' }],
    dossierColumns: 'fixtures/dossier-columns.yaml',
    sensitiveProcedures: 'fixtures/sensitive-procedures.yaml',
    sources: [
      kind === 'file'
        ? { ...common, kind }
        : { ...common, kind, complete: false, partialOk: false, agency: null, columns: {} },
    ],
  };
  const open = await openInMemory(clock, 'none');
  outbox = outboxStore(open.storage);
  const [only] = watchedFolders(config, open);
  if (only === undefined) throw new Error('no folder');
  return only;
}

async function polled(options: Parameters<typeof watched>[0] = {}, dry = false) {
  const own = await watched(options);
  const job = own.kind === 'figures' ? pollFigures(own) : pollDossierLists(own);
  return job.run({ dry });
}

const put = (from: string) => copyFile(from, join(folder, basename(from)));
const contents = async (place = '.') => (await readdir(join(folder, place))).toSorted();

describe('the figures of a watched folder', () => {
  test('are taken in, and the files sorted', async () => {
    await put(FORM);
    await put(BAD);
    await put(BAD.replace('.csv', '.yaml'));
    const { summary, details } = await polled();
    expect(summary).toMatchObject({ stored: 1, refused: 1, done: 1, rejected: 1, notMoved: 0 });
    expect(details).toContainEqual('refused negative.csv:3:E negative -1366');
    expect(await contents()).toEqual(['done', 'rejected']);
    expect(await contents('done')).toEqual([basename(FORM)]);
    expect(await contents('rejected')).toEqual([
      'negative.csv',
      'negative.csv.ly-do.txt',
      'negative.yaml',
    ]);
    const reason = await readFile(join(folder, 'rejected/negative.csv.ly-do.txt'), 'utf8');
    expect(reason).toContain('negative.csv, dòng 3, cột E: số âm: -1366');
  });

  test.each([
    ['file', FORM],
    ['dossiers', LIST],
  ] as const)(
    'of kind %s: what can never be read goes to rejected, keepers hear of it once, and the source is well',
    async (kind, good) => {
      await (good === LIST ? writeFile(join(folder, 'ds.csv'), LIST) : put(good));
      for (const name of ['scan.pdf', 'anh.jpg', '~$mo.xlsx', 'tai.xlsx.crdownload']) {
        await writeFile(join(folder, name), 'x');
      }
      const own = await watched({ kind });
      const job = own.kind === 'figures' ? pollFigures(own) : pollDossierLists(own);
      const { summary, details } = await job.run({ dry: false });
      expect(details.filter((line) => line.startsWith('refused'))).toEqual([]);
      expect(summary).toMatchObject({ refused: 0, done: 1, rejected: 2 });
      expect(details).toEqual(expect.arrayContaining(['stray anh.jpg', 'stray scan.pdf']));
      expect(await contents()).toEqual(['done', 'rejected', 'tai.xlsx.crdownload', '~$mo.xlsx']);
      const reason = await readFile(join(folder, 'rejected/scan.pdf.ly-do.txt'), 'utf8');
      expect(reason).toMatch(/PDF \/ CSV, TSV, XLSX.*tệp gốc của bảng/su);
      const since = now.subtract({ hours: 1 });
      expect(await outbox.counts(since)).toMatchObject({ waiting: 1 });
      expect((await job.run({ dry: false })).summary).toMatchObject({ rejected: 0 });
      expect(await outbox.counts(since)).toMatchObject({ waiting: 1 });
    },
  );

  test('are left alone while a file is being written', async () => {
    await put(FORM);
    const writing = new Date(now.epochMilliseconds);
    await utimes(join(folder, basename(FORM)), writing, writing);
    const { summary, details } = await polled();
    expect(summary).toMatchObject({ stored: 0, unready: 1 });
    expect(details).toEqual([`unready ${basename(FORM)}`]);
    expect(await contents()).toEqual([basename(FORM)]);
  });

  test('are told of and not touched in a dry run', async () => {
    await put(FORM);
    expect((await polled({}, true)).summary).toMatchObject({ new: 1 });
    expect(await contents()).toEqual([basename(FORM)]);
  });

  test('stay where they are when the folder is not to be changed', async () => {
    await put(FORM);
    expect((await polled({ moveFiles: false })).summary).toEqual({
      stored: 1,
      restated: 0,
      unchanged: 0,
      new: 0,
      refused: 0,
    });
    expect(await contents()).toEqual([basename(FORM)]);
  });

  test('that stay do not take turns: the newer of two versions comes last, and once', async () => {
    const text = await readFile('fixtures/sources/ii-06a-copied-from-the-document.csv', 'utf8');
    const corrected = [
      ['2649\t2493\t19', '2650\t2493\t20'],
      ['2718\t2493\t65', '2719\t2493\t66'],
      ['166\t166', '167\t167'],
      ['193\t193', '194\t194'],
    ].reduce((table, [from = '', to = '']) => table.replace(from, to), text);
    const [old, fresh] = [join(folder, 'q3.csv'), join(folder, 'q3-corrected.csv')];
    await writeFile(old, text);
    await writeFile(fresh, corrected);
    await utimes(old, new Date('2023-09-15'), new Date('2023-09-15'));
    const own = await watched({ moveFiles: false });
    if (own.kind !== 'figures') throw new Error('not of figures');
    const { summary, details } = await pollFigures(own).run({ dry: false });
    expect(summary).toMatchObject({ stored: 1, restated: 1 });
    expect(details.at(-1)).toMatch(/^restated q3-corrected\.csv/u);
    expect((await pollFigures(own).run({ dry: false })).summary).toMatchObject({
      restated: 0,
      unchanged: 0,
    });
  });

  test('of the program itself are never moved', async () => {
    const before = await readdir('fixtures/figures');
    const { summary } = await polled({ path: resolve('fixtures/figures') });
    expect(summary).toMatchObject({ stored: before.length - 1, refused: 0 });
    expect(await readdir('fixtures/figures')).toEqual(before);
  });

  test('that cannot be moved are taken in all the same, and it is told', async () => {
    await put(FORM);
    await writeFile(join(folder, 'done'), 'a file where the folder should be');
    const { summary, details } = await polled();
    expect(summary).toMatchObject({ stored: 1, notMoved: 1, done: 0 });
    expect(details).toContainEqual(`notMoved ${join(folder, basename(FORM))} EEXIST`);
  });
});

describe('lists of dossiers', () => {
  test('are sorted in the same way, and no reason holds anything of an applicant', async () => {
    const header = 'Mã hồ sơ;Cơ quan giải quyết;Ngày hẹn trả;Trạng thái;Người nộp';
    const row = 'H32.7-231120-0001;UBND phường Lộc Thọ;31/02/2026;Đang xử lý;Nguyễn Thị Hoa';
    await writeFile(join(folder, 'ds.csv'), `${header}\n${row}\n`);
    const { summary } = await polled({ kind: 'dossiers' });
    expect(summary).toMatchObject({ refused: 1, rejected: 1 });
    const reason = await readFile(join(folder, 'rejected/ds.csv.ly-do.txt'), 'utf8');
    expect(reason).toContain('ds.csv, dòng 2, cột C: không có ngày giờ này');
    expect(reason).not.toMatch(/Hoa|0001/u);
  });

  test('put among the figures leave no name in the log or in the reason, and are deleted after a week', async () => {
    await writeFile(join(folder, 'ds.csv'), 'STT,Người nộp\n1,Nguyễn Thị Hoa\n');
    const { details } = await polled();
    expect(details).toEqual(['refused ds.csv unknownLayout']);
    const reason = await readFile(join(folder, 'rejected/ds.csv.ly-do.txt'), 'utf8');
    expect(reason).toContain('ds.csv: không nhận ra mẫu bảng');
    expect(reason).not.toContain('Hoa');
    now = now.add({ hours: 8 * 24 });
    const folders = [await watched({ keepFilesDays: 365 })];
    expect((await forgetFiles({ folders, clock }).run({ dry: false })).summary).toEqual({
      forgotten: 2,
    });
  });

  test('are deleted after a week, and not before', async () => {
    await put(BAD);
    await polled();
    const folders = [await watched()];
    const forgotten = async (dry: boolean) =>
      (await forgetFiles({ folders, clock }).run({ dry })).summary;
    now = now.add({ hours: 6 * 24 });
    expect(await forgotten(false)).toEqual({ forgotten: 0 });
    now = now.add({ hours: 2 * 24 });
    expect(await forgotten(true)).toEqual({ forgotten: 0 });
    expect(await forgotten(false)).toEqual({ forgotten: 2 });
    expect(await contents('rejected')).toEqual([]);
  });

  test('are never deleted from a folder that is not emptied', async () => {
    await put(BAD);
    now = now.add({ hours: 30 * 24 });
    const folders = [await watched({ moveFiles: false })];
    expect((await forgetFiles({ folders, clock }).run({ dry: false })).summary).toEqual({
      forgotten: 0,
    });
    expect(await contents()).toEqual([basename(BAD)]);
  });
});

test('a reading that was interrupted is made up for: what was taken in before adds nothing', async () => {
  await put(FORM);
  const own = await watched();
  if (own.kind !== 'figures') throw new Error('not of figures');
  const broken = {
    ...own,
    inbox: own.inbox && { ...own.inbox, putAway: () => Promise.reject(new Error('killed')) },
  };
  await expect(pollFigures(broken).run({ dry: false })).rejects.toThrow('killed');
  expect((await pollFigures(own).run({ dry: false })).summary).toMatchObject({
    unchanged: 1,
    done: 1,
  });
});
