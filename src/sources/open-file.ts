import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';

import { dayOf } from '../clock.ts';
import { SourceUnreadable } from '../errors.ts';
import { problemAt, refusal } from './table.ts';

/** A file that is there: its bytes are not read yet. */
export type FoundFile = { readonly size: number; readonly modifiedAt: Temporal.Instant };

/** A file's bytes and the local day it was last written. */
export type OpenFile = { readonly bytes: Uint8Array; readonly modifiedOn: Temporal.PlainDate };

/** Reads a file of at most `maxBytes`. Throws `SourceUnreadable`: fileMissing, isFolder, notReadable, tooLarge, empty. */
export async function openFile(path: string, maxBytes: number): Promise<OpenFile> {
  const name = basename(path);
  const found = await findFile(path, maxBytes);
  const bytes = await refusing(name, () => readFile(path));
  if (bytes.length === 0) throw refusal('empty', { table: name });
  return { bytes, modifiedOn: dayOf(found.modifiedAt) };
}

/** Looks whether a file of at most `maxBytes` is there. Throws `SourceUnreadable`: fileMissing, isFolder, notReadable, tooLarge. */
export async function findFile(path: string, maxBytes: number): Promise<FoundFile> {
  const name = basename(path);
  const found = await refusing(name, () => stat(path));
  if (found.isDirectory()) throw refusal('isFolder', { table: name });
  if (!found.isFile()) throw refusal('notReadable', { table: name });
  if (found.size > maxBytes) {
    throw refusal('tooLarge', { table: name }, `${String(found.size)} > ${String(maxBytes)}`);
  }
  return { size: found.size, modifiedAt: writtenAt(found) };
}

function writtenAt(found: Stats): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.trunc(found.mtimeMs));
}

/** Runs a read of a file; what the system says against it becomes `SourceUnreadable` (fileMissing, notReadable). */
export async function refusing<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const problem = code === 'ENOENT' ? 'fileMissing' : 'notReadable';
    throw new SourceUnreadable(name, [problemAt(problem, { table: name }, code)], { cause: error });
  }
}
