import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

import { type Clock, ZONE } from '../clock.ts';
import type { Problem } from '../errors.ts';
import type { Inbox, RejectedFile, SortedFile } from '../polling/inbox.ts';
import { PLACES } from './file-places.ts';
import { type FileKinds, REASON } from './folder.ts';
import { sidecarOf, stemOf } from './sidecar.ts';
import { problemAt } from './table.ts';
import type { Visit } from './visit.ts';

export type InboxOptions = {
  readonly clock: Clock;
  /** What was seen in the folder when it was last read. */
  readonly lastVisit: () => Visit | null;
  readonly kinds: FileKinds;
  /** What the person who put the file there is told. */
  readonly reasonOf: (file: RejectedFile, at: Temporal.Instant) => string;
  /** Tells keepers of files of other kinds that were taken away: nobody else would look after them. */
  readonly onRejected: (files: readonly RejectedFile[], at: Temporal.Instant) => Promise<void>;
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
    unready: () => options.lastVisit()?.unready ?? [],
    putAway: (file) => movedAway(folder, file, options),
    strays: () => straysIn(options),
    tellOfRejected: (files) => options.onRejected(files, options.clock.now()),
  };
}

/** What was put there but can never be read; a `.yaml` beside a file that can be goes with that. */
function straysIn({ lastVisit, kinds }: InboxOptions): readonly RejectedFile[] {
  const names = lastVisit()?.names ?? [];
  const sidecars = new Set(names.filter(kinds.has).map(sidecarOf));
  const strays = names.filter((name) => !kinds.has(name) && !sidecars.has(name));
  return strays.map((name) => {
    const kind = extname(name).slice(1).toUpperCase() || '–';
    const problem = problemAt('otherKind', { table: name }, `${kind} / ${kinds.listed}`);
    return { kind: 'rejected', name, problems: [problem] };
  });
}

async function movedAway(
  folder: string,
  file: SortedFile,
  options: InboxOptions,
): Promise<Problem | null> {
  try {
    return await moved(folder, file, options);
  } catch (error) {
    return notMoved(folder, basename(file.name), error);
  }
}

async function moved(
  folder: string,
  file: SortedFile,
  { clock, lastVisit, kinds, reasonOf }: InboxOptions,
): Promise<Problem | null> {
  const name = basename(file.name);
  const path = join(folder, name);
  const place = join(folder, PLACES[file.kind]);
  const at = clock.now();
  const visit = lastVisit();
  // A stray goes alone: a `.yaml` of its name is about a table.
  const sidecar = kinds.has(name) ? sidecarOf(name) : name;
  if ((await visit?.isChanged(name)) === true || (await visit?.isChanged(sidecar)) === true) {
    return problemAt('changedWhileRead', { table: path });
  }
  await mkdir(place, { recursive: true });
  const names = await namesFor(name, { folder, place, at, sidecar });
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

type Moving = {
  readonly folder: string;
  readonly place: string;
  readonly at: Temporal.Instant;
  /** The name of the file that says what it is; its own name where it has none. */
  readonly sidecar: string;
};
type Names = {
  readonly file: string;
  /** The `.yaml` that says what the table is, if there is one. */
  readonly sidecar: { readonly from: string; readonly to: string } | null;
};

/** The name itself, or with the time behind it where another file bears it; the sidecar keeps with its table. */
async function namesFor(
  name: string,
  { folder, place, at, sidecar: from }: Moving,
): Promise<Names> {
  const extension = extname(name);
  const stem = stemOf(name);
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
