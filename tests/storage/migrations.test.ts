import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { contentHash } from '../../src/snapshots/content-hash.ts';
import { migrate, readMigrations } from '../../src/storage/migrations.ts';
import { readerOf } from '../../src/storage/reading-moment.ts';
import { snapshotStore } from '../../src/storage/snapshot-store.ts';
import { figureOf, NHA_TRANG, snapshotOf, YEAR_2023 } from '../contracts/sample-snapshots.ts';

let database: Database.Database;
beforeEach(() => {
  database = new Database(':memory:');
  database.pragma('foreign_keys = ON');
  migrate(database, readMigrations().slice(0, 2));
});
afterEach(() => database.close());

const store = () =>
  snapshotStore({ database, reader: readerOf(database), close() {}, [Symbol.dispose]() {} });

/** A version as releases before the third step stored it. */
function stored(
  id: number,
  source: string,
  { number = '55/BC-UBND', received = 1 }: { number?: string | null; received?: number } = {},
) {
  database
    .prepare(
      `insert into series (id, source, document_number, place, scope, period, period_end)
       values (?, ?, ?, 'Phụ lục 2', 'one-stop', '2023', '2023-12-14')`,
    )
    .run(id, source, number);
  database
    .prepare(
      `insert into snapshots (id, series, title, issued_on, formula, as_of, fetched_at, content_hash)
       values (?, ?, 'Báo cáo', null, null, '2023-12-14', '2024-02-21T01:02:03Z', ?)`,
    )
    .run(id, id, String(id).repeat(64));
  database
    .prepare(`insert into figures (snapshot, agency, field, received) values (?, ?, '', ?)`)
    .run(id, NHA_TRANG, received);
}

describe('the third step', () => {
  test('brings the versions of one numbered document together, the newest answers', async () => {
    stored(1, 'samples');
    stored(2, 'file', { received: 2 });
    migrate(database, readMigrations());
    const heads = await store().heads();
    expect(heads.map(({ id, source }) => [id, source])).toEqual([[2, 'file']]);
    const replaced = await store().replacedHeads(heads[0]?.id ?? neverStored());
    expect(replaced.map(({ id, source }) => [id, source])).toEqual([[1, 'samples']]);
    const readings = await store().readings(NHA_TRANG, YEAR_2023);
    expect(readings.map(({ figure }) => figure.counts.received)).toEqual([2]);
  });

  test('leaves tables without a number to their sources', async () => {
    stored(1, 'samples', { number: null });
    stored(2, 'file', { number: null });
    migrate(database, readMigrations());
    expect((await store().heads()).map(({ source }) => source)).toEqual(['file', 'samples']);
  });

  test('what was stored before stays as immutable as what comes after', () => {
    stored(1, 'samples');
    migrate(database, readMigrations());
    for (const sql of [`update snapshots set source = 'x'`, 'delete from series']) {
      expect(() => database.exec(sql)).toThrow(/are immutable/u);
    }
  });

  test('a document read again after it goes on in the same series', async () => {
    stored(1, 'samples');
    migrate(database, readMigrations());
    const figures = [figureOf(NHA_TRANG, { received: 1 })];
    const recorded = await store().record(snapshotOf({ source: 'file', figures }));
    expect(recorded).toMatchObject({ kind: 'restated', previous: 1 });
    const [head] = await store().heads();
    expect(head?.contentHash).toBe(contentHash(snapshotOf({ figures })));
  });
});

test('the note that there is no list keeps its key under the new kind: nobody is told twice', () => {
  const steps = readMigrations();
  const at = steps.findIndex(({ name }) => name.startsWith('0039'));
  migrate(database, steps.slice(0, at));
  const moment = '2026-11-22T00:00:00.000000000Z';
  database
    .prepare(
      `insert into outbox (key, channel, chat, reply, not_before, put_at, state, due_at)
       values (?, 'telegram', '-1', '{}', :moment, :moment, 'due', :moment)`,
    )
    .run('morning-list-missed/no-list/telegram:-1/p-loc-tho', { moment });
  migrate(database, steps);
  expect(database.prepare('select key from outbox').pluck().all()).toEqual([
    'no-list/telegram:-1/p-loc-tho',
  ]);
});

function neverStored(): never {
  throw new Error('nothing stored');
}
