import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { SourceUnreadable } from '../errors.ts';
import type { SortedFile } from '../polling/inbox.ts';
import { filesPutIn } from './folder.ts';

/** Where files go, within the folder itself: moving them there is one step of the file system. */
export const PLACES = {
  done: 'done',
  rejected: 'rejected',
} as const satisfies Record<SortedFile['kind'], string>;

/** How many files wait in a folder and lie in its two places; null where it cannot be looked into. */
export async function folderState(
  folder: string,
): Promise<Readonly<Record<'waiting' | SortedFile['kind'], number | null>>> {
  const [waiting, done, rejected] = await Promise.all([
    filesIn(folder),
    filesIn(join(folder, PLACES.done)),
    filesIn(join(folder, PLACES.rejected)),
  ]);
  return { waiting, done, rejected };
}

async function filesIn(folder: string): Promise<number | null> {
  try {
    return (await filesPutIn(folder)).length;
  } catch (error) {
    if (error instanceof SourceUnreadable) return null;
    throw error;
  }
}

/** Removes what was put away before a moment, each place by its own, and tells how many files that were. */
export async function forgetFiles(
  folder: string,
  before: Readonly<Record<SortedFile['kind'], Temporal.Instant>>,
): Promise<number> {
  let forgotten = 0;
  for (const kind of ['done', 'rejected'] as const) {
    const inPlace = join(folder, PLACES[kind]);
    for (const name of await filesNamed(inPlace)) {
      const { mtimeMs, ctimeMs } = await stat(join(inPlace, name));
      // Moving a file is a change of it, though not of what is in it.
      if (Math.max(mtimeMs, ctimeMs) >= before[kind].epochMilliseconds) continue;
      await rm(join(inPlace, name));
      forgotten += 1;
    }
  }
  return forgotten;
}

/** All of them, also reasons; none where nothing was ever put away. */
async function filesNamed(place: string): Promise<readonly string[]> {
  if (!existsSync(place)) return [];
  const entries = await readdir(place, { withFileTypes: true });
  return entries.filter((each) => each.isFile()).map(({ name }) => name);
}
