import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import Database from 'better-sqlite3';

import { StoreUnusable } from '../errors.ts';
import { objectionTo } from './migrations.ts';
import type { Migration } from './migrations.ts';

/**
 * Throws `StoreUnusable` unless this release may work on `file`. Reads only: whatever is refused is left
 * byte for byte as it was, and no -wal or -shm appears beside it.
 *
 * Deliberately not `PRAGMA quick_check`: it reads every page, which takes longer than the whole start may.
 * On the first read SQLite compares the header with the length of the file and parses the schema, so foreign,
 * cut off and overwritten files are caught; a page damaged in the middle shows when it is read.
 */
export function inspectFile(file: string, migrations: readonly Migration[]): void {
  requireWritable(file);
  if (sizeOf(file) === 0) return;
  const objection = objectionIn(file, migrations);
  if (objection !== null) throw new StoreUnusable(file, objection);
}

function requireWritable(file: string): void {
  try {
    // The folder too: the log lies beside the file.
    accessSync(dirname(file), constants.W_OK | constants.X_OK);
    if (!existsSync(file)) return;
    accessSync(file, constants.R_OK | constants.W_OK);
  } catch (cause) {
    throw new StoreUnusable(file, 'notWritable', { cause });
  }
  if (!statSync(file).isFile()) throw new StoreUnusable(file, 'notWritable');
}

function objectionIn(file: string, migrations: readonly Migration[]) {
  // With a log the newest pages are in it: a read-only connection reads and leaves it, where any other would
  // write it into the file on closing. Without one it is the other way round: only a connection that may
  // write removes the empty log it had to make for reading.
  const readonly = sizeOf(`${file}-wal`) > 0;
  const database = new Database(file, { readonly, fileMustExist: true });
  try {
    return objectionTo(database, migrations);
  } catch (cause) {
    // Another process at work is no fault of the file; whatever else stops plain reading is.
    if (cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY')) throw cause;
    throw new StoreUnusable(file, 'corrupt', { cause });
  } finally {
    database.close();
  }
}

/** In bytes; 0 also for what does not exist. */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
