import { SourceUnreadable } from '../errors.ts';
import type { DossierSource } from './dossier-source.ts';
import type { Attempt } from './health-after.ts';
import { type DossierIntake, takeInDossiers, type TakenDossiers } from './take-in-dossiers.ts';
import { brokenOff, noteAttempt } from './watch.ts';

export type PollDossiersOptions = {
  /** Reads and checks, and changes nothing. */
  readonly dry?: boolean;
  /** Called after every list: for the progress bar of a long import. */
  readonly onTaken?: (taken: TakenDossiers) => void;
};

/**
 * Takes in all lists a source has now, one after another: a bad one is set aside and the others go on. A source that
 * cannot be reached at all counts as one refusal. How the source does is noted, where somebody watches over it. Rejects
 * only for faults of the store or of the program.
 */
export async function pollDossiers(
  source: DossierSource,
  intake: DossierIntake,
  options: PollDossiersOptions = {},
): Promise<readonly TakenDossiers[]> {
  const watch = options.dry === true ? undefined : intake.watch;
  try {
    const lists = await pollOnce(source, intake, options);
    if (watch !== undefined) await noteAttempt(source.name, attemptOf(lists), watch);
    return lists;
  } catch (error) {
    if (watch !== undefined) await noteAttempt(source.name, brokenOff(source.name, error), watch);
    throw error;
  }
}

async function pollOnce(
  source: DossierSource,
  intake: DossierIntake,
  { dry = false, onTaken }: PollDossiersOptions,
): Promise<readonly TakenDossiers[]> {
  const lists: TakenDossiers[] = [];
  const note = (taken: TakenDossiers): void => {
    lists.push(taken);
    onTaken?.(taken);
  };
  try {
    for await (const payload of source.fetch()) {
      note(await takeInDossiers({ source, payload, dry }, intake));
    }
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    note({ kind: 'refused', origin: error.origin, problems: error.problems });
  }
  return lists;
}

/** A list of which rows were left out is only a part of what there is. */
function attemptOf(lists: readonly TakenDossiers[]): Attempt {
  const problems = lists.flatMap((list) => {
    if (list.kind === 'refused') return list.problems;
    return list.kind === 'taken' ? list.left.problems : [];
  });
  return {
    good: lists.filter(({ kind }) => kind !== 'refused').length,
    problems,
    changed: lists.some(({ kind }) => kind === 'taken'),
    doubt: null,
  };
}
