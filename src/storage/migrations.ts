import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Database } from 'better-sqlite3';
import * as z from 'zod';

/** One step of the schema, from `migrations/NNNN-name.sql`. Steps are only ever added, never edited. */
export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
  readonly sql: string;
};

const AppliedRow = z.object({ number: z.int().positive(), checksum: z.string() });

const FOLDER = join(import.meta.dirname, 'migrations');

/** The schema of this release, in order. */
export function readMigrations(): readonly Migration[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => migrationOf(file, readFileSync(join(FOLDER, file), 'utf8')));
}

function migrationOf(file: string, text: string): Migration {
  // A checkout on Windows may turn line ends; that is not a changed migration.
  const sql = text.replaceAll('\r\n', '\n');
  const [number = '', ...name] = file.replace(/\.sql$/u, '').split('-');
  const checksum = createHash('sha256').update(sql).digest('hex');
  return {
    number: z.coerce.number().int().positive().parse(number),
    name: name.join('-'),
    checksum,
    sql,
  };
}

/** What forbids this release to work on a database, found by reading only; null when nothing does. */
export function objectionTo(
  database: Database,
  migrations: readonly Migration[],
): 'corrupt' | 'newerVersion' | 'changedMigration' | null {
  const tables = database
    .prepare(`select name from sqlite_schema where type = 'table'`)
    .pluck()
    .all();
  // An empty database is a new one; somebody else's is not a store, whatever is in it.
  if (!tables.includes('migrations')) return tables.length === 0 ? null : 'corrupt';
  for (const [index, applied] of appliedTo(database).entries()) {
    const known = migrations[index];
    if (known === undefined) return 'newerVersion';
    if (known.number !== applied.number || known.checksum !== applied.checksum) {
      return 'changedMigration';
    }
  }
  return null;
}

/** Brings a database without objections up to this release; each step with its record in one transaction. */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  database.exec(`create table if not exists migrations (
    number integer primary key, name text not null, checksum text not null) strict`);
  const record = database.prepare(
    'insert into migrations (number, name, checksum) values (?, ?, ?)',
  );
  const step = database.transaction((migration: Migration) => {
    // Asked again inside the transaction: another process may have been quicker.
    if (appliedTo(database).some(({ number }) => number === migration.number)) return;
    database.exec(migration.sql);
    record.run(migration.number, migration.name, migration.checksum);
  });
  for (const migration of migrations) step.immediate(migration);
}

function appliedTo(database: Database): readonly z.infer<typeof AppliedRow>[] {
  const rows = database.prepare('select number, checksum from migrations order by number').all();
  return z.array(AppliedRow).parse(rows);
}
