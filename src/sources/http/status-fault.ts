import { AskFailed } from './ask-failed.ts';

/** The keys are wrong or are not let in: asking again would only lock the account. */
const REFUSED = new Set([401, 403, 407]);
/** The server itself says that it may be another matter in a moment. */
const AGAIN = new Set([408, 425]);

/** What a status without an answer in it means; null for one that brings an answer. */
export function statusFault(
  status: number,
  retryAfter: string | undefined,
  now: Temporal.Instant,
): AskFailed | null {
  if (status >= 200 && status < 300) return null;
  const detail = String(status);
  const retryAfterMs = readRetryAfter(retryAfter, now);
  if (REFUSED.has(status)) return new AskFailed({ code: 'accessRefused', detail });
  if (status === 429)
    return new AskFailed({ code: 'askedTooOften', detail, again: true, retryAfterMs });
  if (status >= 500)
    return new AskFailed({ code: 'serverFailed', detail, again: true, retryAfterMs });
  return new AskFailed({ code: 'badStatus', detail, again: AGAIN.has(status) });
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
