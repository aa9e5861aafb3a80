import { ZaloConsentNeeded } from '../errors.ts';
import { gaveUp } from '../exchange.ts';
import type { ZaloOaOptions } from './oa-api.ts';
import { refresh, REFRESH } from './refresh.ts';
import type { HeldTokens, OaTokens } from './tokens.ts';

const RENEW_BEFORE_MS = 300_000;
/** A token refused so soon after it was given is not helped by another. */
const TOO_FRESH_MS = 60_000;

/** Gives access tokens, and sees to it that at most one refresh is under way. */
export type TokenSource = {
  /** A token that should do; renews it first when it is about to lapse. */
  usable(signal?: AbortSignal): Promise<string>;
  /** What to use instead of a token that was refused; null when a new one would be refused too. */
  instead(refused: string, signal?: AbortSignal): Promise<string | null>;
  /** A new pair, unless somebody got one since this was called. */
  renewed(signal?: AbortSignal): Promise<OaTokens>;
};

/** A pair that is out of date for its holder: anything else that is stored and has not lapsed will do. */
type Stale = string | null;

/** The tokens of an account, in the caller's store. */
export function tokenSource(options: ZaloOaOptions): TokenSource {
  const { tokens: store, renewBeforeMs = RENEW_BEFORE_MS, now = Date.now } = options;
  let underWay: Promise<OaTokens> | null = null;
  /** Given by Zalo, and not yet in the store because saving failed: the only copy there is. */
  let unsaved: { readonly spent: string; readonly pair: OaTokens } | null = null;
  let given: { readonly accessToken: string | null; readonly at: number } | null = null;

  const isGood = ({ accessToken, accessExpiresAt }: OaTokens) =>
    accessToken !== null && accessExpiresAt !== null && accessExpiresAt - now() > renewBeforeMs;

  async function nextPair(held: HeldTokens, stale: Stale): Promise<OaTokens> {
    const { tokens } = held;
    if (tokens === null) {
      throw new ZaloConsentNeeded(REFRESH, { reason: 'no-token', code: null, description: '' });
    }
    // somebody else, perhaps in another process, has been here
    if (tokens.accessToken !== stale && isGood(tokens)) return tokens;
    if (unsaved?.spent !== tokens.refreshToken) {
      unsaved = { spent: tokens.refreshToken, pair: await refresh(tokens.refreshToken, options) };
    }
    const { pair } = unsaved;
    await held.save(pair);
    unsaved = null;
    given = { accessToken: pair.accessToken, at: now() };
    return pair;
  }

  async function renew(stale: Stale, signal?: AbortSignal): Promise<OaTokens> {
    underWay ??= store
      .exclusively((held) => nextPair(held, stale))
      .finally(() => {
        underWay = null;
      });
    return unlessAborted(underWay, signal);
  }

  return {
    async usable(signal) {
      const stored = await store.load();
      if (stored !== null && stored.accessToken !== null && isGood(stored)) {
        return stored.accessToken;
      }
      return accessOf(await renew(stored?.accessToken ?? null, signal));
    },
    async instead(refused, signal) {
      if (given?.accessToken === refused && now() - given.at < TOO_FRESH_MS) return null;
      const token = accessOf(await renew(refused, signal));
      return token === refused ? null : token;
    },
    async renewed(signal) {
      const stored = await store.load();
      return renew(stored?.accessToken ?? null, signal);
    },
  };
}

/** Every pair that `refresh` or `isGood` let through has one. */
function accessOf({ accessToken }: OaTokens): string {
  return accessToken ?? '';
}

/** The work goes on for the others; only this caller stops waiting. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(gaveUp(REFRESH, 'nothing'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
