import type { Problem } from '../errors.ts';
import { hasTrait } from '../snapshots/intake-problem.ts';
import type { Refused } from './read-all.ts';

/** Whether a file that was not taken in is left where it lies, to be tried again. */
export function staysThere({ problems }: Pick<Refused, 'problems'>): boolean {
  return problems.every((problem) => hasTrait(problem, 'staysThere'));
}

/**
 * Whether a refused file of a folder that is emptied is its own fault alone: it is put away, and takes nothing from the
 * good ones beside it; one that is nothing of ours, or of an earlier day, takes nothing from those before it either. Keepers hear of the file, and
 * the source does as before.
 */
export function isFaultOfFile(
  refused: Pick<Refused, 'problems'>,
  beside: { readonly good: number },
): boolean {
  if (staysThere(refused)) return false;
  return beside.good > 0 || refused.problems.every(saysNothingOfSource);
}

function saysNothingOfSource(problem: Problem): boolean {
  return hasTrait(problem, 'notOurs') || hasTrait(problem, 'oldFile');
}

/** What is wrong with a source by what it gave that could not be taken in. */
export function faultsOf(
  refused: readonly Refused[],
  { good, emptied }: { readonly good: number; readonly emptied: boolean },
): Refused['problems'] {
  return refused
    .filter((one) => !(emptied && isFaultOfFile(one, { good })))
    .flatMap(({ problems }) => problems);
}
