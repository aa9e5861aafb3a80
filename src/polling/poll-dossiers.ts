import { SourceUnreadable } from '../errors.ts';
import type { DossierSource } from './dossier-source.ts';
import { type DossierIntake, takeInDossiers, type TakenDossiers } from './take-in-dossiers.ts';

export type PollDossiersOptions = {
  /** Reads and checks, and changes nothing. */
  readonly dry?: boolean;
  /** Called after every list: for the progress bar of a long import. */
  readonly onTaken?: (taken: TakenDossiers) => void;
};

/**
 * Takes in all lists a source has now, one after another: a bad one is set aside and the others go on. A source that
 * cannot be reached at all counts as one refusal. Rejects only for faults of the store or of the program.
 */
export async function pollDossiers(
  source: DossierSource,
  intake: DossierIntake,
  { dry = false, onTaken }: PollDossiersOptions = {},
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
