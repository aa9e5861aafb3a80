import { GrammyError, HttpError } from 'grammy';

import type { Delivery } from '../channel.ts';
import { type CallFault, growingPauseMs } from '../keep-trying.ts';

/** Pause after a fault for which Telegram names none. */
const PAUSE_MS = 1_000;

/** Pause while the token is refused: only the keeper can mend that. */
const REFUSED_MS = 60_000;

/** The call never left this machine, so it can be repeated without fear. */
const NEVER_LEFT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|CERT_|ERR_TLS|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/u;

/** What a failed send means. Codes decide; Telegram's words only travel along as the reason, without the token. */
export function deliveryOf(
  error: unknown,
  token: string,
): Exclude<Delivery, { kind: 'delivered' }> {
  if (!(error instanceof GrammyError)) return networkFault(error);
  const { error_code: code, parameters, description } = error;
  const why = `${code} ${description}`.replaceAll(token, '<token>');
  if (parameters.migrate_to_chat_id !== undefined) {
    return { kind: 'moved', to: String(parameters.migrate_to_chat_id) };
  }
  if (code === 429) {
    const seconds = parameters.retry_after;
    if (seconds === undefined) return { kind: 'later', waitMs: PAUSE_MS, why };
    return { kind: 'later', waitMs: seconds * 1000, why, costsNoTry: true };
  }
  // 401 and 404 are about the token, not about the message or the chat
  if (code === 401 || code === 404) return { kind: 'later', waitMs: REFUSED_MS, why };
  if (code >= 500) return { kind: 'later', waitMs: PAUSE_MS, why };
  return { kind: 'never', why, chatClosed: code === 403 };
}

function networkFault(error: unknown): Exclude<Delivery, { kind: 'delivered' }> {
  const why = networkCode(error);
  return NEVER_LEFT.test(why) ? { kind: 'later', waitMs: PAUSE_MS, why } : { kind: 'unknown', why };
}

/** Shortest pause after a conflict: a poll of the other process lasts longer than this. */
const CONFLICT_MS = 10_000;

/** What a failed call of the set-up or of polling means; `failures` counts those in a row, this one included. */
export function callFault(error: unknown, failures: number): CallFault {
  const growing = growingPauseMs(failures);
  const away = { event: 'telegram.unreachable', level: 'warn' } as const;
  if (!(error instanceof GrammyError)) {
    return { ...away, waitMs: growing, why: networkCode(error) };
  }
  const { error_code: code, parameters } = error;
  const why = String(code);
  if (code === 401 || code === 404) {
    return { event: 'telegram.tokenRefused', level: 'error', waitMs: REFUSED_MS, why };
  }
  // another process polls with this token: both would lose updates, so this one steps back and says so
  if (code === 409) {
    const waitMs = Math.max(growing, CONFLICT_MS);
    return { event: 'telegram.secondPoller', level: 'error', waitMs, why };
  }
  return { ...away, waitMs: Math.max((parameters.retry_after ?? 0) * 1000, growing), why };
}

/** The system's code of a failed request. Its message is left alone: it holds the address, and that the token. */
export function networkCode(error: unknown): string {
  const cause: unknown = error instanceof HttpError ? error.error : error;
  if (!(cause instanceof Error)) return 'unknown';
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  if ('type' in cause && typeof cause.type === 'string') return cause.type;
  // grammY's own time limit rejects with a bare Error
  return cause.name === 'Error' ? 'noAnswerInTime' : cause.name;
}
