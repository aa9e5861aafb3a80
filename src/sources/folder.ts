import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';

import { SourceUnreadable } from '../errors.ts';
import { problemAt } from './table.ts';

/** Tells which files of a folder are to be read now. Rejects with `SourceUnreadable` when it cannot be looked into. */
export type Listing = (folder: string) => Promise<readonly string[]>;

/** What stands beside a refused file, and may come back with it. */
export const REASON = '.ly-do.txt';

/** All files of a folder by name; sub-folders, links, hidden files, reasons and what Excel has open ("~$") are passed over. */
export const allFiles: Listing = async (folder) => {
  const entries = await entriesOf(folder);
  return entries
    .filter(
      (each) => each.isFile() && !/^(?:\.|~\$)/u.test(each.name) && !each.name.endsWith(REASON),
    )
    .map(({ name }) => name)
    .toSorted();
};

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
