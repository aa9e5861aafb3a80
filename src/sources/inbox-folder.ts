import { access, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

import { type Clock, ZONE } from '../clock.ts';
import type { Problem } from '../errors.ts';
import type { Inbox, SortedFile } from '../polling/inbox.ts';
import { REASON } from './folder.ts';
import { problemAt } from './table.ts';

/** Where files go, within the folder itself: moving them there is one step of the file system. */
const PLACES = { done: 'done', rejected: 'rejected' } as const;

export type InboxOptions = {
  readonly clock: Clock;
  readonly unready: () => readonly string[];
  /** Whether a file was written anew since it was listed: then nobody has read what lies there now. */
  readonly isChanged: (path: string) => Promise<boolean>;
  /** What the person who put the file there is told. */
  readonly reasonOf: (
    file: Extract<SortedFile, { kind: 'rejected' }>,
    at: Temporal.Instant,
  ) => string;
};

/** The inbox of a folder: `done/` and `rejected/` within it, made when they are needed. */
export function inboxFolder(folder: string, options: InboxOptions): Inbox {
  let last: Promise<unknown> = Promise.resolve();
  return {
    alone<T>(run: () => Promise<T>) {
      const next = last.then(run, run);
      last = next.catch(() => undefined);
      return next;
    },
    unready: options.unready,
    async putAway(file) {
      try {
        return await movedAway(folder, file, options);
      } catch (error) {
        return notMoved(folder, basename(file.name), error);
      }
    },
  };
}

async function movedAway(
  folder: string,
  file: SortedFile,
  { clock, isChanged, reasonOf }: InboxOptions,
): Promise<Problem | null> {
  const name = basename(file.name);
  const path = join(folder, name);
  const place = join(folder, PLACES[file.kind]);
  const at = clock.now();
  if ((await isChanged(path)) || (await isChanged(join(folder, sidecarOf(name))))) {
    return problemAt('changedWhileRead', { table: path });
  }
  await mkdir(place, { recursive: true });
  const names = await namesFor(name, { folder, place, at });
  const reason = join(place, `${names.file}${REASON}`);
  try {
    // The reason first: a refused file without one would be a riddle.
    if (file.kind === 'rejected') await writeFile(reason, reasonOf(file, at));
    await rename(path, join(place, names.file));
  } catch (error) {
    await rm(reason, { force: true });
    throw error;
  }
  if (names.sidecar !== null) {
    await rename(join(folder, names.sidecar.from), join(place, names.sidecar.to));
  }
  return null;
}

/** How many files lie in a folder and its two places; null where it cannot be looked into. */
export async function filesIn(folder: string): Promise<number | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter(
      (each) => each.isFile() && !each.name.startsWith('.') && !each.name.endsWith(REASON),
    ).length;
  } catch {
    return null;
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

async function filesNamed(folder: string): Promise<readonly string[]> {
  if (!(await isThere(folder))) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((each) => each.isFile()).map(({ name }) => name);
}

type Moving = { readonly folder: string; readonly place: string; readonly at: Temporal.Instant };
type Names = {
  readonly file: string;
  /** The `.yaml` that says what the table is, if there is one. */
  readonly sidecar: { readonly from: string; readonly to: string } | null;
};

/** The name itself, or with the time behind it where another file bears it; the sidecar keeps with its table. */
async function namesFor(name: string, { folder, place, at }: Moving): Promise<Names> {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  const from = sidecarOf(name);
  const hasSidecar = from !== name && (await isThere(join(folder, from)));
  for (let attempt = 0; ; attempt += 1) {
    const to = `${stem}${suffixOf(at, attempt)}`;
    const taken = [`${to}${extension}`, ...(hasSidecar ? [`${to}.yaml`] : [])];
    const clashes = await Promise.all(taken.map((each) => isThere(join(place, each))));
    if (clashes.includes(true)) continue;
    return {
      file: `${to}${extension}`,
      sidecar: hasSidecar ? { from, to: `${to}.yaml` } : null,
    };
  }
}

function sidecarOf(name: string): string {
  return `${name.slice(0, name.length - extname(name).length)}.yaml`;
}

/** "", "-20261121-173005", "-20261121-173005-2", ... */
function suffixOf(at: Temporal.Instant, attempt: number): string {
  if (attempt === 0) return '';
  const local = at.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'second' });
  const time = local.replace(/[-:]/gu, '').replace('T', '-');
  return attempt === 1 ? `-${time}` : `-${time}-${String(attempt)}`;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

/** A file that is gone was taken by its owner, who may do so. */
function notMoved(folder: string, name: string, error: unknown): Problem | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (code === null) throw error;
  return code === 'ENOENT' ? null : problemAt('notMoved', { table: join(folder, name) }, code);
}
