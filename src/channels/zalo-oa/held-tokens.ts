import {
  type HeldTokens,
  type OaTokens,
  type OaTokenStore,
  ZaloConsentNeeded,
  ZaloError,
} from '#zalo-api-wrapper';

import type { Clock } from '../../clock.ts';
import type { Entered, Left, Tokens, TokenStore } from '../../credentials/token-store.ts';
import type { Log } from '../../log.ts';
import type { Wait } from '../wait.ts';

/** Longer than a renewal takes with its time limit: after it whoever renews is taken for dead. */
const LEASE_MS = 90_000;
/** How often to look whether the other process is done. */
const LOOK_MS = 250;
/** After a refusal the same token is not tried again for so long: every message that is due would try. */
const REFUSED_MS = 600_000;

/** Another process renews for longer than any renewal takes. */
export class TokensBusy extends Error {
  override readonly name = 'TokensBusy';
}

/** The tokens of an account, for its client. */
export type TokensInStore = OaTokenStore & {
  /** Resolves when no renewal is under way: a store that is closed over one loses the new pair. */
  idle(): Promise<void>;
};

export type HeldTokensDeps = {
  readonly store: TokenStore;
  /** Names this process. */
  readonly owner: string;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly log: Log;
};

/**
 * The tokens of an account as its client holds them: one renewal at a time over all processes on the store, and what a
 * renewal may have done is written down before it is begun.
 */
export function heldTokens(account: string, deps: HeldTokensDeps): TokensInStore {
  const { store, clock, log } = deps;
  const refusals = new Refusals(clock);
  const underWay = new Set<Promise<unknown>>();
  return {
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    async load() {
      const known = await store.known(account);
      return known && asHeld(known.tokens);
    },
    async exclusively<Done>(work: (held: HeldTokens) => Promise<Done>): Promise<Done> {
      const done = inTurn(work);
      underWay.add(done);
      return done.finally(() => underWay.delete(done));
    },
  };

  async function inTurn<Done>(work: (held: HeldTokens) => Promise<Done>): Promise<Done> {
    const entered = await enter(account, deps);
    if (entered.kind === 'none') return work({ tokens: null, save: nothingToSave });
    const { refreshToken } = entered.known.tokens;
    const sparing = (held: HeldTokens) => refusals.sparing(refreshToken, () => work(held));
    try {
      return await holding(entered, sparing, deps);
    } catch (error) {
      if (!entered.isGiven || !(error instanceof ZaloConsentNeeded)) throw error;
      // Mistyped, or spent before: the pair in use still works, and is next.
      log.error('zaloOa.givenTokenRefused', { why: refusalText(error) });
      return inTurn(work);
    }
  }
}

type Inside = Extract<Entered, { kind: 'entered' }>;

/** Works on the tokens, and writes down what has become of them whatever comes of the work. */
async function holding<Done>(
  { held, known }: Inside,
  work: (held: HeldTokens) => Promise<Done>,
  { store, clock, log }: HeldTokensDeps,
): Promise<Done> {
  let left: Left | null = { kind: 'unused' };
  try {
    return await work({
      tokens: asHeld(known.tokens),
      async save(tokens) {
        left = { kind: 'unknown' };
        const isKept = await store.renewed(held, asKept(tokens), clock.now());
        // A keeper has consented anew meanwhile, and that token has taken its place.
        if (!isKept) log.warn('zaloOa.pairNotKept');
        left = null;
      },
    });
  } catch (error) {
    if (left?.kind === 'unused') left = leftBy(error);
    throw error;
  } finally {
    if (left !== null) await store.leave(held, left, clock.now());
  }
}

/** Spares Zalo the same refused token: every message that is due would try it again. */
class Refusals {
  readonly #clock: Clock;
  #last: {
    readonly token: string;
    readonly atMs: number;
    readonly error: ZaloConsentNeeded;
  } | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async sparing<Done>(token: string, work: () => Promise<Done>): Promise<Done> {
    const nowMs = this.#clock.now().epochMilliseconds;
    const last = this.#last;
    if (last?.token === token && nowMs - last.atMs < REFUSED_MS) throw last.error;
    try {
      return await work();
    } catch (error) {
      if (error instanceof ZaloConsentNeeded) this.#last = { token, atMs: nowMs, error };
      throw error;
    }
  }
}

/** Waits until nobody else is at it. */
async function enter(
  account: string,
  { store, owner, clock, wait, log }: HeldTokensDeps,
): Promise<Exclude<Entered, { kind: 'busy' }>> {
  for (let waitedMs = 0; waitedMs <= LEASE_MS + LOOK_MS; waitedMs += LOOK_MS) {
    const at = clock.now();
    const until = at.add({ milliseconds: LEASE_MS });
    const entered = await store.enter(account, { owner, at, until });
    if (entered.kind === 'entered' && entered.known.doubtedSince !== null) {
      log.warn('zaloOa.tokenMayBeSpent', { since: entered.known.doubtedSince.toString() });
    }
    if (entered.kind !== 'busy') return entered;
    await wait(LOOK_MS);
  }
  throw new TokensBusy();
}

/** What is known of the refresh token after a renewal that brought nothing. */
function leftBy(error: unknown): Left {
  if (error instanceof ZaloConsentNeeded) {
    return { kind: 'refused', why: refusalText(error) };
  }
  const isHarmless = error instanceof ZaloError && error.outcome === 'nothing';
  return isHarmless ? { kind: 'unused' } : { kind: 'unknown' };
}

function refusalText({ code, description }: ZaloConsentNeeded): string {
  return `${String(code)} ${description}`.trim();
}

async function nothingToSave(): Promise<void> {
  throw new Error('tokens of nobody');
}

function asHeld({ refreshToken, refreshUntil, access }: Tokens): OaTokens {
  return {
    refreshToken,
    refreshExpiresAt: refreshUntil?.epochMilliseconds ?? null,
    access: access && { token: access.token, expiresAt: access.until.epochMilliseconds },
  };
}

function asKept({ refreshToken, refreshExpiresAt, access }: OaTokens): Tokens {
  return {
    refreshToken,
    refreshUntil: refreshExpiresAt === null ? null : momentOf(refreshExpiresAt),
    access: access && { token: access.token, until: momentOf(access.expiresAt) },
  };
}

function momentOf(ms: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(ms);
}
