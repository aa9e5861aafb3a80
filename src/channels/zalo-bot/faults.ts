import {
  ZaloAnswerUnreadable,
  ZaloApiError,
  ZaloCallInvalid,
  ZaloUnreachable,
} from '#zalo-api-wrapper';

import type { Delivery } from '../channel.ts';
import { type CallFault, growingPauseMs } from '../keep-trying.ts';
import type { ZaloBotUnconfirmed } from './unconfirmed.ts';

/** Pause after a fault for which Zalo names none. */
const PAUSE_MS = 1_000;
/** Pause while the token is refused or the quota is used up: neither mends itself within seconds. */
const LONG_PAUSE_MS = 60_000;

type Failed = Exclude<Delivery, { kind: 'delivered' }>;

/** What a failed send means. */
export function deliveryOf(
  error: unknown,
  { closedCodes }: Pick<ZaloBotUnconfirmed, 'closedCodes'>,
): Failed {
  const why = whyOf(error);
  if (error instanceof ZaloCallInvalid) return { kind: 'never', why };
  if (error instanceof ZaloUnreachable) return byOutcome(error.outcome, why);
  if (!(error instanceof ZaloApiError)) return { kind: 'unknown', why };
  const isClosed = error.code !== null && closedCodes.includes(error.code);
  return isClosed ? { kind: 'never', why, chatClosed: true } : refusal(error, why);
}

function byOutcome(outcome: 'nothing' | 'unknown', why: string): Failed {
  return outcome === 'nothing'
    ? { kind: 'later', waitMs: PAUSE_MS, why }
    : { kind: 'unknown', why };
}

/** Zalo answered and refused. */
function refusal({ kind, outcome, retryAfterMs }: ZaloApiError, why: string): Failed {
  switch (kind) {
    case 'refused':
    case 'bad-request':
    case 'not-found':
      return { kind: 'never', why };
    case 'limited':
      return { kind: 'later', waitMs: retryAfterMs ?? LONG_PAUSE_MS, why, costsNoTry: true };
    case 'token':
    case 'not-allowed':
    case 'unknown':
      return { kind: 'later', waitMs: LONG_PAUSE_MS, why };
    case 'server':
      return byOutcome(outcome, why);
  }
}

/** Refusals of the call as it is, however often it is repeated. */
const REFUSED: ReadonlySet<ZaloApiError['kind']> = new Set([
  'bad-request',
  'not-found',
  'refused',
  'not-allowed',
]);

/** What a failed call of the set-up or of polling means; `failures` counts those in a row, this one included. */
export function callFault(error: unknown, failures: number): CallFault {
  const why = whyOf(error);
  if (error instanceof ZaloApiError && error.kind === 'token') {
    return { event: 'zaloBot.tokenRefused', level: 'error', waitMs: LONG_PAUSE_MS, why };
  }
  const waitMs = growingPauseMs(failures);
  // an address Zalo does not take, for one: it does not mend itself
  const isRefused = error instanceof ZaloApiError && REFUSED.has(error.kind);
  if (isRefused) return { event: 'zaloBot.callRefused', level: 'error', waitMs, why };
  return { event: 'zaloBot.unreachable', level: 'warn', waitMs, why };
}

/** For the log and for the keeper; the client keeps tokens out of its words. */
function whyOf(error: unknown): string {
  if (error instanceof ZaloApiError) {
    return `${String(error.code ?? error.httpStatus)} ${error.description}`;
  }
  if (error instanceof ZaloUnreachable) return error.systemCode ?? error.reason;
  if (error instanceof ZaloAnswerUnreadable) return `${error.httpStatus} ${error.reason}`;
  if (error instanceof ZaloCallInvalid) return error.problem;
  return error instanceof Error ? error.name : 'unknown';
}
