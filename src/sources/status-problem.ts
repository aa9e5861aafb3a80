import type { IntakeProblem } from '../snapshots/intake-problem.ts';

/** The keys are wrong or are not let in: asking again would only lock the account. */
const REFUSED = new Set([401, 403, 407]);

/** What a status without an answer in it means; null for one that brings an answer (domain.md 11: also 201). */
export function statusProblem(status: number): IntakeProblem | null {
  if (status >= 200 && status < 300) return null;
  if (REFUSED.has(status)) return 'accessRefused';
  if (status === 429) return 'askedTooOften';
  return status >= 500 ? 'serverFailed' : 'badStatus';
}
