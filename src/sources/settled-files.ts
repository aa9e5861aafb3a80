import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { Clock } from '../clock.ts';
import { allFiles, type Listing } from './folder.ts';
import { oldestFirst, stemOf } from './unread-files.ts';

/** A file that nobody has written to for so long is whole. */
const SETTLED_MS = 30_000;
/** One seen twice with the same size and time is whole too, if so long lies between. */
const BETWEEN_LOOKS_MS = 5_000;
/** No clock goes so far behind that of a file server: it is a day being played. */
const PLAYED_MS = 24 * 3_600_000;

/** What a file looked like, and when it was first seen so. */
type Look = { readonly size: number; readonly changedMs: number; readonly seenMs: number };

/** A listing that leaves alone what is still being written, and tells what that was. */
export type SettledFiles = {
  readonly listing: Listing;
  readonly unready: () => readonly string[];
  /** Whether a file is there that does not look as it did at the last listing; one that is gone has not changed. */
  readonly isChanged: (path: string) => Promise<boolean>;
};

/**
 * Files that are whole. A table and the `.yaml` beside it are waited for together: half of them is worse than neither.
 * The oldest come first,
 * so that of two versions the newer one stays in force. Remembers what files looked like, by name.
 */
export function settledFiles(clock: Clock): SettledFiles {
  let looks: ReadonlyMap<string, Look> = new Map();
  let unready: readonly string[] = [];
  return {
    async listing(folder) {
      const names = await oldestFirst(folder, await allFiles(folder));
      const now = clock.now().epochMilliseconds;
      const seen = new Map<string, Look>();
      for (const name of names) {
        const look = await lookAt(join(folder, name), looks.get(name), now);
        if (look !== null) seen.set(name, look);
      }
      looks = seen;
      const changing = names.filter((name) => !isSettled(seen.get(name), now));
      const stems = new Set(changing.map(stemOf));
      unready = names.filter((name) => stems.has(stemOf(name)));
      return names.filter((name) => !stems.has(stemOf(name)));
    },
    unready: () => unready,
    async isChanged(path) {
      const before = looks.get(basename(path));
      const now = await lookAt(path, before, clock.now().epochMilliseconds);
      return now !== null && now !== before;
    },
  };
}

async function lookAt(path: string, before: Look | undefined, now: number): Promise<Look | null> {
  try {
    const { size, mtimeMs: changedMs } = await stat(path);
    const isSame = before?.size === size && before.changedMs === changedMs;
    return isSame ? before : { size, changedMs, seenMs: now };
  } catch {
    // Gone between two looks; the next one tells.
    return null;
  }
}

function isSettled(look: Look | undefined, now: number): boolean {
  if (look === undefined) return false;
  const age = now - look.changedMs;
  return age >= SETTLED_MS || age < -PLAYED_MS || now - look.seenMs >= BETWEEN_LOOKS_MS;
}
