import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import Database from 'better-sqlite3';

import { StoreUnusable } from '../errors.ts';
import { inspectFile } from './inspect-file.ts';
import { migrate, readMigrations } from './migrations.ts';
import { type Reader, readerOf, type WhenOver } from './reading-moment.ts';

/** An open database with the schema of this release. The stores of this folder share it. */
export type Storage = {
  /** For the stores of this folder; nobody else speaks SQL. */
  readonly database: Database.Database;
  /** For what answers rest on. */
  readonly reader: Reader;
  close(): void;
  [Symbol.dispose](): void;
};

/** How long a write waits for another process (an import beside the running bot) before it fails. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens the store in `file` (made if missing, with its folder) or in memory (`:memory:`) and brings the schema
 * up to date. Throws `StoreUnusable`; what is refused is left untouched. `whenOver` stands in for the clock of the machine.
 */
export function openStorage(file: string, whenOver?: WhenOver): Storage {
  const migrations = readMigrations();
  const place = file === ':memory:' ? file : resolve(file);
  if (place !== ':memory:') {
    makeFolderOf(place);
    inspectFile(place, migrations);
    keepFromOthers(place);
  }
  const database = new Database(place, { timeout: BUSY_TIMEOUT_MS });
  try {
    database.pragma('journal_mode = WAL');
    // With WAL a power cut may cost the last transactions, never the file; a poll then reads them again.
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
    // Only so do the triggers that forbid deleting also see `insert or replace`.
    database.pragma('recursive_triggers = ON');
    migrate(database, migrations);
  } catch (error) {
    database.close();
    throw error;
  }
  const reader = readerOf(database, whenOver);
  const close = () => {
    reader.close();
    database.close();
  };
  return { database, reader, close, [Symbol.dispose]: close };
}

/**
 * A new store is for its owner's eyes only: tokens and dossiers are in it. SQLite makes the files beside it likewise. One
 * that is there stays as the keeper has it.
 */
function keepFromOthers(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
}

function makeFolderOf(file: string): void {
  const folder = dirname(file);
  try {
    makeFolder(folder);
  } catch (cause) {
    throw new StoreUnusable(file, 'notWritable', { cause });
  }
  if (!statSync(folder).isDirectory()) throw new StoreUnusable(file, 'notWritable');
}

/**
 * Folder by folder: left to make all of them, Node never ends where nothing can be made and the system says that it is not
 * there (/proc).
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have been quicker.
    if (!existsSync(folder)) throw error;
  }
}
