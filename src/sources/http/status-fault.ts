import { statusProblem } from '../status-problem.ts';
import { AskFailed } from './ask-failed.ts';

/** The server itself says that it may be another matter in a moment. */
const AGAIN = new Set([408, 425]);

/** What a status without an answer in it means for asking again; null for one that brings an answer. */
export function statusFault(
  status: number,
  retryAfter: string | undefined,
  now: Temporal.Instant,
): AskFailed | null {
  const code = statusProblem(status);
  if (code === null) return null;
  const again = code === 'askedTooOften' || code === 'serverFailed' || AGAIN.has(status);
  const retryAfterMs = again ? readRetryAfter(retryAfter, now) : null;
  return new AskFailed({ code, detail: String(status), again, retryAfterMs });
}

/**
 * "120" (seconds) or a date (RFC 9110, 10.2.3), as milliseconds from now; null when it is neither.
 *
 * @internal Exported for tests.
 */
export function readRetryAfter(text: string | undefined, now: Temporal.Instant): number | null {
  if (text === undefined) return null;
  if (/^\d{1,9}$/u.test(text.trim())) return Number(text) * 1_000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now.epochMilliseconds);
}
