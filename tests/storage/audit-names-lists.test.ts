import Database from 'better-sqlite3';
import { expect, test } from 'vitest';

import { AuditRow } from '../../src/storage/audit-rows.ts';
import { migrate, readMigrations } from '../../src/storage/migrations.ts';

const IN_WORDS =
  'UBND phường Lộc Thọ: 4 quá hạn\nNguồn: danh sách hồ sơ mot-cua, lúc 07:00 ngày 23/11/2026';

test('entries of before lists were kept as data stay readable, and unchanged', () => {
  const database = new Database(':memory:');
  migrate(
    database,
    readMigrations().filter(({ number }) => number < 38),
  );
  database
    .prepare(
      `insert into audit (at, channel, chat, typed, headline, reply_hash, snapshots, revision)
       values ('2026-11-23T00:00:00Z', 'telegram', '-1', 'reminder/1', ?, ?, '[]', 0)`,
    )
    .run(IN_WORDS, 'x'.repeat(43));
  migrate(database, readMigrations());
  const kept = AuditRow.parse(database.prepare('select * from audit').get());
  expect(kept).toMatchObject({ headline: IN_WORDS, list: null });
  expect(() => database.exec('update audit set list = null')).toThrow('not changed');
  database.close();
});
