import type { IntakeProblem } from '../snapshots/intake-problem.ts';

/** A wrong name on the command line, or a system that gave nothing: there is no payload that could be set aside. */
const NOTHING_ARRIVED: ReadonlySet<string> = new Set<IntakeProblem>([
  'fileMissing',
  'isFolder',
  'sourceFailed',
  'accessRefused',
  'askedTooOften',
  'serverFailed',
  'badStatus',
  'stalled',
  'certificateInvalid',
  'redirectedElsewhere',
  'redirectLoop',
  'resting',
]);

/** Whether all that is wrong is that nothing arrived. How the source does says so; nothing of it is set aside. */
export function nothingArrived(problems: readonly { readonly code: string }[]): boolean {
  return problems.every(({ code }) => NOTHING_ARRIVED.has(code));
}
