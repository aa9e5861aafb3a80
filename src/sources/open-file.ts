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
  const bytes = await asUnreadable(name, () => readFile(path));
  return handedOver({ name, bytes, modifiedOn: dayOf(found.modifiedAt) }, maxBytes);
}

/** A file that was handed over and lies nowhere. */
export type HandedFile = OpenFile & { readonly name: string };

/** The same of such a file. Throws `SourceUnreadable`: tooLarge, empty. */
export function handedOver({ name, ...file }: HandedFile, maxBytes: number): OpenFile {
  const { length } = file.bytes;
  if (length > maxBytes) {
    throw refusal('tooLarge', { table: name }, `${String(length)} > ${String(maxBytes)}`);
  }
  if (length === 0) throw refusal('empty', { table: name });
  return file;
}

/** Looks whether a file of at most `maxBytes` is there. Throws `SourceUnreadable`: fileMissing, isFolder, notReadable, tooLarge. */
export async function findFile(path: string, maxBytes: number): Promise<FoundFile> {
  const name = basename(path);
  const found = await asUnreadable(name, () => stat(path));
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
export async function asUnreadable<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const problem = code === 'ENOENT' ? 'fileMissing' : 'notReadable';
    throw new SourceUnreadable(name, [problemAt(problem, { table: name }, code)], { cause: error });
  }
}
