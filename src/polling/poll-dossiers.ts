import type { DossierSource } from './dossier-source.ts';
import { faultsOf } from './file-alone.ts';
import type { Attempt } from './health-after.ts';
import { readAll } from './read-all.ts';
import { type DossierIntake, takeInDossiers, type TakenDossiers } from './take-in-dossiers.ts';

export type PollDossiersOptions = {
  /** Reads and checks, and changes nothing. */
  readonly dry?: boolean;
  /** It reads a folder from which refused files are taken away, and keepers are told of them. */
  readonly emptied?: boolean;
  /** Called after every list: for the progress bar of a long import. */
  readonly onTaken?: (taken: TakenDossiers) => void;
};

/** Takes in the lists a source has now, as `readAll` does. */
export async function pollDossiers(
  source: DossierSource,
  intake: DossierIntake,
  { dry = false, emptied = false, onTaken }: PollDossiersOptions = {},
): Promise<readonly TakenDossiers[]> {
  const lists = await readAll(source, {
    take: (payload) => takeInDossiers({ source, payload, dry }, intake),
    onTaken,
    attemptOf: (read) => attemptOf(read, emptied),
    watch: dry ? undefined : intake.watch,
  });
  if (lists.some(({ kind }) => kind === 'taken')) await intake.onListsTaken?.();
  return lists;
}

/** A list of which rows were left out is only a part of what there is. */
function attemptOf(lists: readonly TakenDossiers[], emptied: boolean): Attempt {
  const refused = lists.filter((list) => list.kind === 'refused');
  const good = lists.length - refused.length;
  const left = lists.flatMap((list) => (list.kind === 'taken' ? list.left.problems : []));
  return {
    good,
    problems: [...faultsOf(refused, { good, emptied }), ...left],
    changed: lists.some(({ kind }) => kind === 'taken'),
    doubt: null,
  };
}
