import type { Problem } from '../errors.ts';
import type { DossierSource } from './dossier-source.ts';
import { pollDossiers } from './poll-dossiers.ts';
import { poll, type Polled, type PollOptions } from './poll.ts';
import type { Source } from './source.ts';
import type { DossierIntake, TakenDossiers } from './take-in-dossiers.ts';
import type { Intake } from './take-in.ts';

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
  /** Tells keepers which of those were taken away. */
  tellOfStrays(strays: readonly RejectedFile[]): Promise<void>;
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

/** Nothing is taken away where there is no inbox, and in a dry run. */
export type FolderOf<S, I> = {
  readonly source: S;
  readonly intake: I;
  readonly inbox: Inbox | null;
};

/** The file itself is not at fault, or not known to be: it is tried again. */
const STAYS = new Set(['sourceFailed', 'fileMissing', 'notReadable', 'changedWhileRead']);

/** Takes in the figures of a source, and takes away the files they came from. */
export async function pollFolder(
  { source, intake, inbox }: FolderOf<Source, Intake>,
  options: Pick<PollOptions, 'dry' | 'believe'>,
): Promise<Polled & { readonly putAway: PutAway | null }> {
  return alone(inbox, async () => {
    const polled = await poll(source, intake, options);
    const moving = options.dry === true ? null : inbox;
    return { ...polled, putAway: await putAwayAll(polled.payloads, moving) };
  });
}

/** Takes in the lists of a source, and takes away the files they came from. */
export async function pollListFolder(
  { source, intake, inbox }: FolderOf<DossierSource, DossierIntake>,
  dry: boolean,
): Promise<{ readonly lists: readonly TakenDossiers[]; readonly putAway: PutAway | null }> {
  return alone(inbox, async () => {
    const lists = await pollDossiers(source, intake, { dry });
    return { lists, putAway: await putAwayAll(lists, dry ? null : inbox) };
  });
}

function alone<T>(inbox: Inbox | null, run: () => Promise<T>): Promise<T> {
  return inbox === null ? run() : inbox.alone(run);
}

type Taken = { readonly origin: string } & (
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'taken' | 'unchanged' | 'readable' }
);

/** Only when all is read: what is left of an interrupted reading is read again, and adds nothing. */
async function putAwayAll(taken: readonly Taken[], inbox: Inbox | null): Promise<PutAway | null> {
  if (inbox === null) return null;
  const away: SortedFile[] = [];
  const problems: Problem[] = [];
  const strays = inbox.strays();
  for (const file of [...taken.flatMap(sortedFile), ...strays]) {
    const problem = await inbox.putAway(file);
    if (problem === null) away.push(file);
    else problems.push(problem);
  }
  const rejected = away.filter((file) => file.kind === 'rejected');
  const gone = rejected.filter((file) => strays.includes(file));
  if (gone.length > 0) await inbox.tellOfStrays(gone);
  const done = away.length - rejected.length;
  return {
    done,
    rejected: rejected.length,
    unready: inbox.unready(),
    strays: gone,
    problems,
  };
}

function sortedFile(taken: Taken): readonly SortedFile[] {
  const name = taken.origin;
  if (taken.kind !== 'refused') return [{ name, kind: 'done' }];
  const { problems } = taken;
  return problems.every(({ code }) => STAYS.has(code))
    ? []
    : [{ name, kind: 'rejected', problems }];
}
