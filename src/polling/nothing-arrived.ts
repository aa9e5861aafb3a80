import { hasTrait } from '../snapshots/intake-problem.ts';

/** Whether all that is wrong is that nothing arrived. How the source does says so; nothing of it is set aside. */
export function nothingArrived(problems: readonly { readonly code: string }[]): boolean {
  return problems.every((problem) => hasTrait(problem, 'nothingArrived'));
}
