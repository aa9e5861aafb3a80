import type { Problem } from '../errors.ts';
import { isFaultOfFile, staysThere } from './file-alone.ts';

/** What became of a file of a folder. */
export type SortedFile = { readonly name: string } & (
  | { readonly kind: 'done' }
  | { readonly kind: 'rejected'; readonly problems: readonly Problem[] }
);

export type RejectedFile = Extract<SortedFile, { kind: 'rejected' }>;

/** A folder whose files are taken away once they are read: those taken in to one place, those refused to another. */
export type Inbox = {
  /** Runs one reading of the folder at a time: a second would find files that are being taken away. */
  alone<T>(run: () => Promise<T>): Promise<T>;
  /** Files left alone by the last reading because they were still being written. */
  unready(): readonly string[];
  /** Takes a file away, with what goes with it. Resolves to what stood against it: the file then stays where it is. */
  putAway(file: SortedFile): Promise<Problem | null>;
  /** Files of other kinds than are read here: each is to be rejected, or it would lie there for good without a word. */
  strays(): readonly RejectedFile[];
  /** Tells keepers of files that were taken away and of which they hear in no other way. */
  tellOfRejected(files: readonly RejectedFile[]): Promise<void>;
};

/** What became of the files of an inbox, beside what was in them. */
export type PutAway = {
  readonly done: number;
  readonly rejected: number;
  readonly unready: readonly string[];
  /** Of those rejected, the ones of other kinds than are read. */
  readonly strays: readonly RejectedFile[];
  /** Of files that could not be taken away. */
  readonly problems: readonly Problem[];
};

type Taken = { readonly origin: string } & (
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'taken' | 'unchanged' | 'readable' }
);

/** Takes files away, only when all is read: what is left of an interrupted reading is read again, and adds nothing. */
export async function putAwayAll(
  taken: readonly Taken[],
  inbox: Inbox | null,
): Promise<PutAway | null> {
  if (inbox === null) return null;
  const away: SortedFile[] = [];
  const problems: Problem[] = [];
  const strays = inbox.strays();
  const told = [...strays, ...atFaultAlone(taken)];
  for (const file of [...taken.flatMap(sortedFile), ...strays]) {
    const problem = await inbox.putAway(file);
    if (problem === null) away.push(file);
    else problems.push(problem);
  }
  const rejected = away.filter((file) => file.kind === 'rejected');
  const gone = among(told, rejected);
  if (gone.length > 0) await inbox.tellOfRejected(gone);
  const done = away.length - rejected.length;
  return {
    done,
    rejected: rejected.length,
    unready: inbox.unready(),
    strays: among(strays, rejected),
    problems,
  };
}

/** Of some files those that bear the name of one of these. */
function among(
  these: readonly RejectedFile[],
  files: readonly RejectedFile[],
): readonly RejectedFile[] {
  const names = new Set(these.map(({ name }) => name));
  return files.filter(({ name }) => names.has(name));
}

function sortedFile(taken: Taken): readonly SortedFile[] {
  const name = taken.origin;
  if (taken.kind !== 'refused') return [{ name, kind: 'done' }];
  return staysThere(taken) ? [] : [{ name, kind: 'rejected', problems: taken.problems }];
}

/** Files that are held against nothing but themselves: how the source does says nothing of them. */
function atFaultAlone(taken: readonly Taken[]): readonly RejectedFile[] {
  const good = taken.filter(({ kind }) => kind !== 'refused').length;
  return taken.flatMap((one) =>
    one.kind === 'refused' && isFaultOfFile(one, { good })
      ? [{ name: one.origin, kind: 'rejected', problems: one.problems }]
      : [],
  );
}
