import { type FolderFile, filesPutIn } from './folder.ts';
import { stemOf } from './sidecar.ts';
import type { Look } from './visit.ts';

/**
 * Looks for files that were not read yet as they are now: of two versions that lie side by side the one that came last
 * is read last, once, and the other one does not come back. A table and the `.yaml` beside it are new together.
 */
export function unreadFiles(): Look {
  let read: ReadonlyMap<string, string> = new Map();
  return async (folder) => {
    const files = await filesPutIn(folder);
    const seen = new Map(files.map((file) => [file.name, looksOf(file)]));
    const names = [...seen.keys()];
    const fresh = names.filter((name) => seen.get(name) !== read.get(name));
    const stems = new Set(fresh.map(stemOf));
    return {
      names: names.filter((name) => stems.has(stemOf(name))),
      unready: [],
      isChanged: async () => false,
      allRead(but) {
        read = new Map([...seen].filter(([name]) => !but.includes(name)));
      },
    };
  };
}

/** A copy may bear the time of its original: that it was put there shows in the other time. */
function looksOf({ size, writtenMs, cameMs }: FolderFile): string {
  return `${String(size)} ${String(writtenMs)} ${String(cameMs)}`;
}
