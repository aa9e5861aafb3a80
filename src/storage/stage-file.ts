import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { LISTED_COLUMNS } from './dossier-rows.ts';

/** A database with one table, `rows`. */
type StageFile = {
  readonly database: Database.Database;
  /** Writes what is left to write, and closes it here: from now on it is to be attached. */
  finish(): void;
  /** Attaches it to another database; tells under which name. */
  attachTo(other: Database.Database): string;
  /** Closes and deletes it; a second time it does nothing. */
  remove(): void;
};

const PREFIX = 'dung-hen-list-';

/** No list takes that long to read: what is older was left behind. */
const LONGEST_MS = 24 * 60 * 60 * 1_000;

/** Holds a third of half a million dossiers; the rest is written and read again by the way. */
const CACHE_KIB = 32_000;

let opened = 0;

/**
 * Makes a database of its own for the rows of one list, in the temporary folder. What killed processes left there goes:
 * lists of dossiers are not for lying about, and great ones fill the disk.
 */
export function stageFile(temporary = tmpdir()): StageFile {
  const folder = mkdtempSync(join(temporary, PREFIX));
  removeLeft(temporary, statSync(folder).mtimeMs - LONGEST_MS);
  const path = join(folder, 'rows.db');
  const database = new Database(path);
  // Twice the usual: what is left to write in the end, which holds the event loop, takes a third less time.
  database.pragma('page_size = 8192');
  // What is staged is thrown away after a fault: there is nothing to protect from one.
  database.pragma('journal_mode = off');
  database.pragma('synchronous = off');
  database.pragma(`cache_size = -${String(CACHE_KIB)}`);
  const columns = LISTED_COLUMNS.filter((name) => name !== 'code');
  // By their codes, in which order they are taken over: each page of the great index is then written once.
  database.exec(
    `create table rows
       (code text not null primary key check (code <> ''), ${columns.join(', ')}) without rowid`,
  );
  // One transaction from the first row to the last: each commit would write the pages of the index once more.
  database.exec('begin');
  return {
    database,
    finish(): void {
      database.exec('commit');
      database.close();
    },
    attachTo(other: Database.Database): string {
      opened += 1;
      const schema = `stage_${String(opened)}`;
      other.prepare(`attach ? as ${schema}`).run(path);
      other.pragma(`${schema}.cache_size = -${String(CACHE_KIB)}`);
      return schema;
    },
    remove(): void {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whatever cannot be looked at or removed stays: no list is refused for that. */
function removeLeft(temporary: string, before: number): void {
  for (const name of namesIn(temporary)) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(temporary, name);
    try {
      if (statSync(folder).mtimeMs < before) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another process was faster, or it is of another user: it is for them to remove.
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // On a server with many users nobody may list the temporary folder.
    return [];
  }
}
