import Database from 'better-sqlite3';
import { expect, test } from 'vitest';

import { migrate, readMigrations } from '../../src/storage/migrations.ts';

/** One table each: counted from samples, counted from real dossiers, and reported. */
const TABLES = [
  ['dossiers', 'Số đếm từ danh sách hồ sơ (dữ liệu mẫu)', 'dossiers-sample'],
  ['dossiers', 'Số đếm từ danh sách hồ sơ', 'dossiers'],
  ['one-stop', 'Báo cáo tổng kết', 'one-stop'],
] as const;

test('what an earlier release counted from samples does not pass for counted from real dossiers', () => {
  const database = new Database(':memory:');
  const before = readMigrations().filter(({ number }) => number < 36);
  migrate(database, before);
  for (const [at, [scope, title]] of TABLES.entries()) {
    database
      .prepare(
        `insert into series (id, source, document_number, place, scope, period, period_end)
         values (?, ?, null, '', ?, '2026', '2026-12-14')`,
      )
      .run(at + 1, `nguon-${String(at)}`, scope);
    database
      .prepare(
        `insert into snapshots (series, source, title, as_of, fetched_at, content_hash)
         values (?, ?, ?, '2026-11-20', '2026-11-20T01:02:03Z', ?)`,
      )
      .run(at + 1, `nguon-${String(at)}`, title, String(at).repeat(64));
  }
  migrate(database, readMigrations());
  const scopes = database.prepare('select scope from series order by id').pluck().all();
  expect(scopes).toEqual(TABLES.map(([, , now]) => now));
  expect(() => database.exec(`update series set scope = 'dossiers'`)).toThrow('immutable');
  database.close();
});
