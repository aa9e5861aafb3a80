import { hasTrait } from '../snapshots/intake-problem.ts';
import type { DossierSource } from './dossier-source.ts';
import { faultsOf } from './file-alone.ts';
import type { Attempt } from './health-after.ts';
import { readAll } from './read-all.ts';
import { type DossierIntake, takeInDossiers, type TakenDossiers } from './take-in-dossiers.ts';

export type PollDossiersOptions = {
  /** Reads and checks, and changes nothing. */
  readonly dry?: boolean;
  /** A keeper says that what comes is true, however it looks beside what was known. */
  readonly believe?: boolean;
  /** It reads a folder from which refused files are taken away, and keepers are told of them. */
  readonly emptied?: boolean;
  /** Called after every list: for the progress bar of a long import. */
  readonly onTaken?: (taken: TakenDossiers) => void;
};

/** Takes in the lists a source has now, as `readAll` does. */
export async function pollDossiers(
  source: DossierSource,
  intake: DossierIntake,
  { dry = false, believe = false, emptied = false, onTaken }: PollDossiersOptions = {},
): Promise<readonly TakenDossiers[]> {
  const lists = await readAll(source, {
    take: (payload) => takeInDossiers({ source, payload, dry, believe }, intake),
    onTaken,
    attemptOf: (read) => attemptOf(read, { emptied, ofFiles: source.ofFiles === true }),
    watch: dry ? undefined : intake.watch,
  });
  if (lists.some(({ kind }) => kind === 'taken')) await intake.onListsTaken?.();
  return lists;
}

/** A list of which rows were left out is only a part of what there is. */
function attemptOf(
  lists: readonly TakenDossiers[],
  { emptied, ofFiles }: { readonly emptied: boolean; readonly ofFiles: boolean },
): Attempt {
  const refused = lists.filter((list) => list.kind === 'refused');
  const good = lists.length - refused.length;
  const left = lists.flatMap((list) => (list.kind === 'taken' ? list.left.problems : []));
  const faults = faultsOf(refused, { good, emptied }).filter(
    (problem) => !(ofFiles && hasTrait(problem, 'oldFile')),
  );
  return {
    good,
    problems: [...faults, ...left],
    changed: lists.some(({ kind }) => kind === 'taken'),
    doubt: null,
  };
}
