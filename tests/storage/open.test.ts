import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { StoreUnusable } from '../../src/errors.ts';
import { migrate, readMigrations } from '../../src/storage/migrations.ts';
import { openStorage } from '../../src/storage/open.ts';
import { snapshotStore } from '../../src/storage/snapshot-store.ts';
import { snapshotOf } from '../contracts/sample-snapshots.ts';

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dung-hen-open-'));
  file = join(folder, 'dung-hen.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

test.skipIf(process.platform === 'win32')(
  'a new store, with tokens in it, is nobody else’s to read',
  () => {
    using store = openStorage(file);
    snapshotStore(store);
    for (const name of readdirSync(folder)) {
      expect([name, statSync(join(folder, name)).mode & 0o077]).toEqual([name, 0]);
    }
  },
);

/** Names and sums of everything in the folder. */
function contents() {
  return readdirSync(folder).map((name) => {
    const sum = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    return [name, sum];
  });
}

function reasonFor(path: string): string {
  try {
    openStorage(path).close();
  } catch (error) {
    if (error instanceof StoreUnusable) return error.reason;
    throw error;
  }
  return 'opened';
}

function inDatabase(sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}

describe('opening', () => {
  test('makes the file and its folder, in WAL and with foreign keys', () => {
    using storage = openStorage(join(folder, 'data', 'deep', 'new.db'));
    const pragma = (name: string) => storage.database.pragma(name, { simple: true });
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(1);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('busy_timeout')).toBe(5000);
  });

  test('again changes nothing and keeps what is stored', async () => {
    const first = openStorage(file);
    await snapshotStore(first).record(snapshotOf());
    const schemaOf = ({ database }: typeof first) =>
      database.prepare('select * from sqlite_schema join migrations').all();
    const schema = schemaOf(first);
    first.close();
    const before = contents();
    expect(before.map(([name]) => name)).toEqual(['dung-hen.db']);
    const second = openStorage(file);
    expect(schemaOf(second)).toEqual(schema);
    expect(await snapshotStore(second).heads()).toHaveLength(1);
    second.close();
    expect(contents()).toEqual(before);
  });

  test('an older store is brought up to date', () => {
    const older = new Database(file);
    const steps = readMigrations();
    migrate(older, steps.slice(0, 1));
    older.close();
    using storage = openStorage(file);
    const numbers = storage.database.prepare('select number from migrations').pluck().all();
    expect(numbers).toEqual(steps.map(({ number }) => number));
    expect(storage.database.prepare('select count(*) from choices').pluck().get()).toBe(0);
  });

  test('an empty file is a new store', () => {
    writeFileSync(file, '');
    expect(reasonFor(file)).toBe('opened');
  });

  test('what a killed process left in the log is there', async () => {
    const killed = openStorage(join(folder, 'killed.db'));
    await snapshotStore(killed).record(snapshotOf());
    for (const end of ['', '-wal']) copyFileSync(join(folder, `killed.db${end}`), file + end);
    killed.close();
    using storage = openStorage(file);
    expect(await snapshotStore(storage).heads()).toHaveLength(1);
  });

  test('the disposed storage is closed', () => {
    const storage = openStorage(file);
    storage[Symbol.dispose]();
    expect(storage.database.open).toBe(false);
  });
});

describe('a store is refused and left untouched', () => {
  const newer = `insert into migrations values (9999, 'of-the-future', 'x')`;
  const changed = `update migrations set checksum = 'x' where number = 1`;

  test.each<[string, string, () => void]>([
    ['of a newer release', 'newerVersion', () => inDatabase(newer)],
    ['with another history', 'changedMigration', () => inDatabase(changed)],
    [
      'with a step missing',
      'changedMigration',
      () => inDatabase('delete from migrations where number = 1'),
    ],
    [
      'with a spoiled list of steps',
      'corrupt',
      () => inDatabase('alter table migrations drop column checksum'),
    ],
    ['of another program', 'corrupt', () => inDatabase('drop table migrations')],
    ['cut off', 'corrupt', () => truncateSync(file, statSync(file).size - 4096)],
    ['cut off in its header', 'corrupt', () => truncateSync(file, 50)],
    ['that is no database', 'corrupt', () => writeFileSync(file, 'x'.repeat(10_000))],
    ['with a spoiled schema', 'corrupt', spoilSchema],
  ])('%s', (_what, reason, spoil) => {
    openStorage(file).close();
    spoil();
    const before = contents();
    expect(reasonFor(file)).toBe(reason);
    expect(contents()).toEqual(before);
  });

  test('of a newer release, still with the log of a killed process', () => {
    openStorage(file).close();
    const killed = new Database(file);
    killed.exec(newer);
    const copy = join(folder, 'copy.db');
    for (const end of ['', '-wal']) copyFileSync(file + end, copy + end);
    killed.close();
    // SQLite may note in the -shm who reads; it is no part of the data.
    const before = contents().filter(isData);
    expect(reasonFor(copy)).toBe('newerVersion');
    expect(contents().filter(isData)).toEqual(before);
  });

  test('where a folder cannot be made', () => {
    writeFileSync(join(folder, 'occupied'), '');
    expect(reasonFor(join(folder, 'occupied', 'dung-hen.db'))).toBe('notWritable');
  });

  // What the system shows of itself takes no folders, and says that they are "not there".
  test.runIf(existsSync('/proc/self'))('where nothing can be made at all', () => {
    expect(reasonFor('/proc/nope/deeper/dung-hen.db')).toBe('notWritable');
  });

  test('where the file is a folder', () => {
    mkdirSync(file);
    expect(reasonFor(file)).toBe('notWritable');
  });

  // Root may write everywhere.
  test.skipIf(process.getuid?.() === 0)('where the file or its folder is read-only', () => {
    openStorage(file).close();
    chmodSync(file, 0o400);
    expect(reasonFor(file)).toBe('notWritable');
    chmodSync(file, 0o600);
    chmodSync(folder, 0o500);
    expect(reasonFor(file)).toBe('notWritable');
    chmodSync(folder, 0o700);
  });

  test('a file with more behind its pages is whole', () => {
    openStorage(file).close();
    appendFileSync(file, Buffer.alloc(4096));
    expect(reasonFor(file)).toBe('opened');
  });
});

const isData = ([name]: string[]) => name !== 'copy.db-shm';

/** Overwrites everything in the first page but the header. */
function spoilSchema(): void {
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 100, 4096);
  writeFileSync(file, bytes);
}
