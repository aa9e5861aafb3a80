import type { Delivery } from '../channels/channel.ts';

/*
 * The states of a message:
 *
 *                     claim                 receipt
 *   put ──► due ◄───────────────► sending ──────────► sent
 *            │    not out: later     │ ▲
 *            │                       │ │ claim: repeated once, marked
 *            │        maybe out      ▼ │ (not out: back again)
 *            │   (lost answer, crash) unknown
 *            │                       │
 *            └──────────► dead ◄─────┘   never · tooLate · tooManyAttempts · unknownTwice · unreadable
 *
 * `sent` is written with a receipt only. A process that dies while `sending` leaves a lease; when that has run out, the
 * message may have arrived, so it is `unknown`.
 */

/** Why a message is given up; `unreadable` = the store holds it in a form this release does not know. */
export type DeadReason = 'never' | 'tooLate' | 'tooManyAttempts' | 'unknownTwice' | 'unreadable';

/** How often a message was tried, the present try included; how many tries cost nothing; if one may be out. */
export type Tried = { readonly tries: number; readonly waits: number; readonly doubted: boolean };

/** What is to be written down about a try. */
export type Verdict =
  | { readonly kind: 'sent'; readonly receipt: string }
  /** It is not out: once more at `at`; `costsNoTry` = a limit held it up, which no message is given up for. */
  | {
      readonly kind: 'again';
      readonly at: Temporal.Instant;
      readonly costsNoTry: boolean;
      readonly why: string;
    }
  /** It may be out: once more at `at`, marked. */
  | { readonly kind: 'unknown'; readonly at: Temporal.Instant; readonly why: string }
  /** The group has another id: once more there, at once. */
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'dead'; readonly reason: DeadReason; readonly why: string };

/** The moment, and a random number in [0, 1) that keeps messages that failed together from coming back together. */
export type Chance = { readonly now: Temporal.Instant; readonly random: number };

/** With pauses that stop growing at ten minutes: more than five hours of outage. */
const MAX_ATTEMPTS = 40;
/** Waits for a limit before it is taken to mean never. */
const MAX_WAITS = 200;

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 600_000;
/** No wait for a limit is longer, whatever the messenger says: moments have an end. */
const LONGEST_WAIT_MS = 24 * 3_600_000;

/** The whole policy of sending: what a delivery means for the message. */
export function settle(tried: Tried, delivery: Delivery, chance: Chance): Verdict {
  switch (delivery.kind) {
    case 'delivered':
      return { kind: 'sent', receipt: delivery.receipt };
    case 'never':
      return { kind: 'dead', reason: 'never', why: delivery.why };
    case 'later':
      return later(tried, delivery, chance);
    case 'unknown':
      if (tried.doubted) return { kind: 'dead', reason: 'unknownTwice', why: delivery.why };
      return { kind: 'unknown', at: afterPause(tried, 0, chance), why: delivery.why };
    case 'moved':
      return isSpent(tried)
        ? { kind: 'dead', reason: 'tooManyAttempts', why: 'moved' }
        : { kind: 'moved', to: delivery.to };
  }
}

function later(
  tried: Tried,
  { waitMs, why, costsNoTry = false }: Extract<Delivery, { kind: 'later' }>,
  chance: Chance,
): Verdict {
  const isDead = costsNoTry ? tried.waits >= MAX_WAITS : isSpent(tried);
  if (isDead) return { kind: 'dead', reason: 'tooManyAttempts', why };
  const at = costsNoTry ? after(chance.now, waitMs) : afterPause(tried, waitMs, chance);
  return { kind: 'again', at, costsNoTry, why };
}

function isSpent({ tries, waits }: Tried): boolean {
  return tries - waits >= MAX_ATTEMPTS;
}

/** Pauses double from 2 s up to 10 min, each cut by up to a half at random. */
function afterPause({ tries, waits }: Tried, leastMs: number, { now, random }: Chance) {
  const doublings = Math.min(tries - waits - 1, 20);
  const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** Math.max(doublings, 0), LONGEST_PAUSE_MS);
  return after(now, Math.max(leastMs, Math.round(pauseMs * (1 - random / 2))));
}

function after(now: Temporal.Instant, ms: number): Temporal.Instant {
  return now.add({ milliseconds: Math.ceil(Math.min(Math.max(ms, 0), LONGEST_WAIT_MS)) });
}
