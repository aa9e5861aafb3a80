import {
  accessSync,
  constants,
  closeSync,
  existsSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';

import Database from 'better-sqlite3';

import { StoreUnusable } from '../errors.ts';
import { objectionTo } from './migrations.ts';
import type { Migration } from './migrations.ts';

/** First bytes of every SQLite 3 file (sqlite.org/fileformat2.html, 1.3). */
const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');

/**
 * Throws `StoreUnusable` unless this release may work on `file`. Reads only: whatever is refused is left
 * byte for byte as it was, and no -wal or -shm appears beside it.
 *
 * Deliberately not `PRAGMA quick_check`: it reads every page, which takes longer than the whole start may.
 * Header, length, schema and migrations catch foreign, cut off and overwritten files; a page damaged in the
 * middle shows when it is read.
 */
export function inspectFile(file: string, migrations: readonly Migration[]): void {
  requireWritable(file);
  if (!existsSync(file) || statSync(file).size === 0) return;
  const hasLog = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
  if (!isWhole(file, hasLog)) throw new StoreUnusable(file, 'corrupt');
  const objection = objectionIn(file, hasLog, migrations);
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

/** Whether the file begins as SQLite does and is as long as its header says. */
function isWhole(file: string, hasLog: boolean): boolean {
  const header = Buffer.alloc(100);
  const descriptor = openSync(file, 'r');
  try {
    if (readSync(descriptor, header, 0, header.length, 0) < header.length) return false;
  } finally {
    closeSync(descriptor);
  }
  if (!header.subarray(0, MAGIC.length).equals(MAGIC)) return false;
  // After a crash in the middle of a checkpoint the rest of the pages is in the log: the length says nothing.
  if (hasLog) return true;
  const pageSize = header.readUInt16BE(16);
  return statSync(file).size >= header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize);
}

function objectionIn(file: string, hasLog: boolean, migrations: readonly Migration[]) {
  // With a log the newest pages are in it: a read-only connection reads and leaves it, where any other would
  // write it into the file on closing. Without one it is the other way round: only a connection that may
  // write removes the empty log it had to make for reading.
  const database = new Database(file, { readonly: hasLog, fileMustExist: true });
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
