import {
  type RefusalKind,
  ZaloApiError,
  ZaloCallInvalid,
  ZaloConsentNeeded,
  ZaloError,
} from '#zalo-api-wrapper';

import { ZONE } from '../../clock.ts';
import { faultText } from '../../log.ts';
import type { Delivery } from '../channel.ts';
import type { Recipient } from './chat-ids.ts';
import { TokensBusy } from './held-tokens.ts';

/** What became of a send that failed. */
export type Failed = Exclude<Delivery, { kind: 'delivered' }>;

/** Pause after a fault for which Zalo names none. */
const PAUSE_MS = 1_000;
/** Limits of speed are of a minute. */
const MINUTE_MS = 60_000;
/** Pause while only a keeper can mend it: tokens are refused, a right or a quota is missing. */
const KEEPER_MS = 600_000;

/** Too fast, and busy. Other limits are quotas, which last. */
const SPEED_CODES: ReadonlySet<number | null> = new Set([null, -32, -100]);
/** Not following; beside a picture it says that the picture is not taken, and groups follow nobody. */
const NOT_FOLLOWING = -213;
/** Silent for more than seven days. */
const SILENT = -230;
/** From 22:00 to 06:00 nothing may be sent to people. */
const NIGHT_CODE = -234;
const MORNING = Temporal.PlainTime.from('06:00');

/** What was sent, and when: the same code says different things of different messages. */
export type SendTry = {
  readonly to: Recipient['kind'];
  readonly withPicture: boolean;
  readonly now: Temporal.Instant;
};

/** What a failed send means. Codes decide; Zalo's words only travel along as the reason. */
export function deliveryOf(error: unknown, sent: SendTry): Failed {
  if (error instanceof TokensBusy) return later(PAUSE_MS, error.name);
  if (!(error instanceof ZaloError)) return { kind: 'unknown', why: faultText(error) };
  const why = error.message;
  if (error instanceof ZaloConsentNeeded) return later(KEEPER_MS, why);
  // Of the renewal that came first: the message itself has not been sent.
  if (error.service === 'oauth') return later(PAUSE_MS, why);
  if (error instanceof ZaloCallInvalid) return { kind: 'never', why };
  if (error instanceof ZaloApiError) return refusalOf(error, sent);
  return byOutcome(error);
}

/** What failed before the message itself was sent: whatever came of it, no message is out. */
export function nothingOut(failed: Failed): Failed {
  return failed.kind === 'unknown' ? later(0, failed.why) : failed;
}

function byOutcome({ outcome, message: why }: ZaloError): Failed {
  return outcome === 'nothing' ? later(PAUSE_MS, why) : { kind: 'unknown', why };
}

function refusalOf(error: ZaloApiError, sent: SendTry): Failed {
  const { kind, code, message: why, retryAfterMs } = error;
  if (code === NIGHT_CODE) return { ...later(untilMorning(sent.now), why), costsNoTry: true };
  if (kind === 'limited') {
    const usualMs = SPEED_CODES.has(code) ? MINUTE_MS : KEEPER_MS;
    return { ...later(retryAfterMs ?? usualMs, why), costsNoTry: true };
  }
  if (isClosed(code, sent)) return { kind: 'never', why, chatClosed: true };
  return byKind(kind, error);
}

function byKind(kind: Exclude<RefusalKind, 'limited'>, error: ZaloApiError): Failed {
  const { message: why } = error;
  switch (kind) {
    case 'refused':
    case 'bad-request':
      return { kind: 'never', why };
    case 'server':
      return byOutcome(error);
    case 'not-allowed':
      return later(KEEPER_MS, why);
    case 'token':
    case 'not-found':
    case 'unknown':
      // Nothing is out, and it may pass: a code nobody has met yet is no reason to lose a message.
      return later(MINUTE_MS, why);
  }
}

/** Whether the person takes nothing more until they write again, whatever is sent. */
function isClosed(code: number | null, { to, withPicture }: SendTry): boolean {
  return to === 'user' && (code === SILENT || (code === NOT_FOLLOWING && !withPicture));
}

function later(waitMs: number, why: string) {
  return { kind: 'later', waitMs, why } as const;
}

function untilMorning(now: Temporal.Instant): number {
  const local = now.toZonedDateTimeISO(ZONE);
  const today = local.withPlainTime(MORNING);
  const next = Temporal.ZonedDateTime.compare(today, local) > 0 ? today : today.add({ days: 1 });
  return next.epochMilliseconds - now.epochMilliseconds;
}
