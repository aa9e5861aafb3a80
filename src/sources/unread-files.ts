import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

import { allFiles, type Listing } from './folder.ts';

/** A listing of what is new in a folder whose files stay where they are. */
export type UnreadFiles = {
  readonly listing: Listing;
  /** What was listed last has been taken in, or refused, but for some: it is not listed again until it changes. */
  readonly allRead: (but: readonly string[]) => void;
};

/**
 * Files that were not read yet as they are now, the oldest first: of two versions that lie side by side the newer one
 * comes last, once, and the older one does not come back. A table and the `.yaml` beside it are new together.
 */
export function unreadFiles(): UnreadFiles {
  let read: ReadonlyMap<string, string> = new Map();
  let listed: ReadonlyMap<string, string> = new Map();
  return {
    async listing(folder) {
      const names = await oldestFirst(folder, await allFiles(folder));
      listed = new Map(
        await Promise.all(
          names.map(async (name) => [name, await lookOf(join(folder, name))] as const),
        ),
      );
      const stems = new Set(
        names.filter((name) => listed.get(name) !== read.get(name)).map(stemOf),
      );
      return names.filter((name) => stems.has(stemOf(name)));
    },
    allRead(but) {
      read = new Map([...listed].filter(([name]) => !but.includes(name)));
    },
  };
}

/** By the time they were last written, then by name. */
export async function oldestFirst(
  folder: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: await writtenAt(join(folder, name)) })),
  );
  return dated
    .toSorted((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}

/** A file that is gone by now is passed over by whoever opens it. */
async function writtenAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return 0;
  }
}

/** A copy may bear the time of its original: that it was put there shows in the other time. */
async function lookOf(path: string): Promise<string> {
  try {
    const { size, mtimeMs, ctimeMs } = await stat(path);
    return `${String(size)} ${String(mtimeMs)} ${String(ctimeMs)}`;
  } catch {
    return '';
  }
}

/** A table and its description bear the same. */
export function stemOf(name: string): string {
  return name.slice(0, name.length - extname(name).length);
}
