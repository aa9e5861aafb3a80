import { type Deadline, inTime } from '../deadline.ts';
import { ZaloConsentNeeded } from '../errors.ts';
import type { ZaloOaOptions } from './oa-api.ts';
import { refresh, REFRESH } from './refresh.ts';
import type { HeldTokens, OaPair, OaTokens } from './tokens.ts';

const RENEW_BEFORE_MS = 300_000;
/** A token refused so soon after it was given is not helped by another. */
const TOO_FRESH_MS = 60_000;

/** Gives access tokens, and sees to it that at most one refresh is under way. */
export type TokenSource = {
  /** A token that should do; renews it first when it is about to lapse. */
  usable(deadline: Deadline): Promise<string>;
  /** What to use instead of a token that was refused; null when a new one would be refused too. */
  instead(refused: string, deadline: Deadline): Promise<string | null>;
  /** A new pair, unless somebody got one since this was called. */
  renewed(deadline: Deadline): Promise<OaPair>;
};

/** An access token that is out of date for its holder: any other that is stored and has not lapsed will do. */
type Stale = string | null;

/** The tokens of an account, in the caller's store. */
export function tokenSource(options: ZaloOaOptions): TokenSource {
  const { tokens: store, renewBeforeMs = RENEW_BEFORE_MS, now = Date.now } = options;
  let underWay: Promise<OaPair> | null = null;
  /** Given by Zalo, and not yet in the store because saving failed: the only copy there is. */
  let unsaved: { readonly spent: string; readonly pair: OaPair } | null = null;
  let given: { readonly token: string; readonly at: number } | null = null;

  const isGood = (tokens: OaTokens): tokens is OaPair =>
    tokens.access !== null && tokens.access.expiresAt - now() > renewBeforeMs;

  async function nextPair(held: HeldTokens, stale: Stale): Promise<OaPair> {
    const { tokens } = held;
    if (tokens === null) {
      throw new ZaloConsentNeeded(REFRESH, { reason: 'no-token', code: null, description: '' });
    }
    // somebody else, perhaps in another process, has been here
    if (isGood(tokens) && tokens.access.token !== stale) return tokens;
    if (unsaved?.spent !== tokens.refreshToken) {
      unsaved = { spent: tokens.refreshToken, pair: await refresh(tokens.refreshToken, options) };
    }
    const { pair } = unsaved;
    await held.save(pair);
    unsaved = null;
    given = { token: pair.access.token, at: now() };
    return pair;
  }

  async function renew(stale: Stale, deadline: Deadline): Promise<OaPair> {
    underWay ??= store
      .exclusively((held) => nextPair(held, stale))
      .finally(() => {
        underWay = null;
      });
    return inTime(underWay, REFRESH, deadline);
  }

  return {
    async usable(deadline) {
      const stored = await inTime(store.load(), REFRESH, deadline);
      if (stored !== null && isGood(stored)) return stored.access.token;
      return (await renew(stored?.access?.token ?? null, deadline)).access.token;
    },
    async instead(refused, deadline) {
      if (given?.token === refused && now() - given.at < TOO_FRESH_MS) return null;
      const { token } = (await renew(refused, deadline)).access;
      return token === refused ? null : token;
    },
    async renewed(deadline) {
      const stored = await inTime(store.load(), REFRESH, deadline);
      return renew(stored?.access?.token ?? null, deadline);
    },
  };
}
