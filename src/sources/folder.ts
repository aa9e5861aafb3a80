import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { SourceUnreadable } from '../errors.ts';
import { type DatedFile, inOrderOfComing } from './order-of-coming.ts';
import { problemAt } from './table.ts';

/** A file as a look into its folder shows it. */
export type FolderFile = DatedFile & { readonly size: number };

/** The files that may be what a folder is for, by their names. */
export type FileKinds = {
  readonly has: (name: string) => boolean;
  /** What they are, for the person who put another one there: "CSV, XLSX". */
  readonly listed: string;
};

/** What stands beside a refused file, and may come back with it. */
export const REASON = '.ly-do.txt';

/** Hidden files, what Office has open ("~$a.xlsx"), what is half saved or loaded, what Windows leaves in every folder. */
const NOT_PUT_THERE =
  /^(?:\.|~\$)|\.(?:tmp|part|partial|crdownload|download)$|^(?:thumbs\.db|desktop\.ini)$/iu;

/**
 * The files somebody put into a folder, in the order in which they count; sub-folders, links and reasons are passed over.
 * Rejects with `SourceUnreadable` when it cannot be looked into.
 */
export async function filesPutIn(folder: string): Promise<readonly FolderFile[]> {
  const names = (await entriesOf(folder)).filter(isPutThere).map(({ name }) => name);
  const seen = await Promise.all(names.map((name) => seenIn(folder, name)));
  const files = new Map(seen.flatMap((file) => (file === null ? [] : [[file.name, file]])));
  return inOrderOfComing([...files.values()]).flatMap((name) => files.get(name) ?? []);
}

/** What a file looks like now; null = it is gone. */
export async function seenIn(folder: string, name: string): Promise<FolderFile | null> {
  try {
    const { size, mtimeMs, ctimeMs } = await stat(join(folder, name));
    return { name, size, writtenMs: mtimeMs, cameMs: ctimeMs };
  } catch {
    return null;
  }
}

function isPutThere(each: Dirent): boolean {
  return each.isFile() && !NOT_PUT_THERE.test(each.name) && !each.name.endsWith(REASON);
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new SourceUnreadable(folder, [problemAt('sourceFailed', { table: folder }, code)], {
      cause: error,
    });
  }
}
