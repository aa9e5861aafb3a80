import type { Clock } from '../clock.ts';
import { type FolderFile, filesPutIn, seenIn } from './folder.ts';
import { stemOf } from './sidecar.ts';
import type { Look } from './visit.ts';

/** A file that nobody has written to for so long is whole. */
const SETTLED_MS = 30_000;
/** One seen twice with the same size and time is whole too, if so long lies between. */
const BETWEEN_LOOKS_MS = 5_000;
/** No clock goes so far behind that of a file server: it is a day being played. */
const PLAYED_MS = 24 * 3_600_000;

/** A file, and when it was first seen as it is. */
type Seen = FolderFile & { readonly seenMs: number };

/**
 * Looks for files that are whole. A table and the `.yaml` beside it are waited for together: half of them is worse than
 * neither. Remembers what files looked like, by name.
 */
export function settledFiles(clock: Clock): Look {
  let before: ReadonlyMap<string, Seen> = new Map();
  return async (folder) => {
    const files = await filesPutIn(folder);
    const now = clock.now().epochMilliseconds;
    const seen = new Map(
      files.map((file): [string, Seen] => {
        const known = before.get(file.name);
        const seenMs = known !== undefined && looksAs(known, file) ? known.seenMs : now;
        return [file.name, { ...file, seenMs }];
      }),
    );
    before = seen;
    const changing = [...seen.values()].filter((file) => !isSettled(file, now));
    const stems = new Set(changing.map(({ name }) => stemOf(name)));
    const names = [...seen.keys()];
    return {
      names: names.filter((name) => !stems.has(stemOf(name))),
      unready: names.filter((name) => stems.has(stemOf(name))),
      async isChanged(name) {
        const file = await seenIn(folder, name);
        const then = seen.get(name);
        return file !== null && !(then !== undefined && looksAs(then, file));
      },
      allRead: () => undefined,
    };
  };
}

function looksAs(one: FolderFile, other: FolderFile): boolean {
  return one.size === other.size && one.writtenMs === other.writtenMs;
}

function isSettled({ writtenMs, seenMs }: Seen, now: number): boolean {
  const age = now - writtenMs;
  return age >= SETTLED_MS || age < -PLAYED_MS || now - seenMs >= BETWEEN_LOOKS_MS;
}
