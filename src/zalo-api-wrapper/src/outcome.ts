import type { Outcome, Refusal } from './errors.ts';

/**
 * What is known after a refusal: nothing was done, unless Zalo broke down over the call. `notDone`: statuses by which what
 * stands in front of Zalo says that the call did not get there.
 */
export function outcomeOf(
  { kind, httpStatus }: Pick<Refusal, 'kind' | 'httpStatus'>,
  notDone: readonly number[],
): Outcome {
  return kind === 'server' && !notDone.includes(httpStatus) ? 'unknown' : 'nothing';
}
