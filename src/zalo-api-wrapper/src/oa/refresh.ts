import * as z from 'zod';

import { deadlineOf } from '../deadline.ts';
import { type CallPlace, ZaloApiError, ZaloConsentNeeded } from '../errors.ts';
import { exchange } from '../exchange.ts';
import { OA_REFRESH_LIFE_MS } from '../limits.ts';
import { Count } from '../loose.ts';
import { switched } from '../unconfirmed.ts';
import { dataOf } from './envelope.ts';
import type { ZaloOaOptions } from './oa-api.ts';
import type { OaPair } from './tokens.ts';

const OAUTH_ROOT = 'https://oauth.zaloapp.com';
const TIMEOUT_MS = 60_000;

/** Where refreshing fails. */
export const REFRESH: CallPlace = { service: 'oauth', method: '/v4/oa/access_token' };

const Pair = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  /** Seconds, as a string. */
  expires_in: Count,
});

/**
 * Trades a refresh token for the next pair; the old one is spent by that. Nobody may give this up midway, so it takes no
 * signal. Rejects with `ZaloConsentNeeded` when Zalo does not take the token.
 */
export async function refresh(refreshToken: string, options: ZaloOaOptions): Promise<OaPair> {
  const { appId, appSecret, oauthRoot = OAUTH_ROOT, oauthTimeoutMs = TIMEOUT_MS } = options;
  const { oaRefusals, oauthLater } = switched(options.unconfirmed);
  const now = options.now ?? Date.now;
  const asked = now();
  const answer = await exchange(
    {
      place: REFRESH,
      url: `${oauthRoot.replace(/\/+$/u, '')}${REFRESH.method}`,
      method: 'POST',
      headers: { secret_key: appSecret },
      body: new URLSearchParams({
        app_id: appId,
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
      }),
    },
    options,
    { deadline: deadlineOf(undefined, oauthTimeoutMs) },
  );
  try {
    const secrets = [refreshToken, appSecret];
    // a gateway that says "not done" is not believed: the pair it may have held back cannot be asked for again
    const unconfirmed = { oaRefusals, notDoneStatuses: [] };
    const pair = dataOf(answer, Pair, { place: REFRESH, secrets, unconfirmed });
    return {
      // counted from before asking: rather early than late
      access: { token: pair.access_token, expiresAt: asked + pair.expires_in * 1_000 },
      refreshToken: pair.refresh_token,
      refreshExpiresAt: asked + OA_REFRESH_LIFE_MS,
    };
  } catch (error) {
    throw error instanceof ZaloApiError && isFinal(error, oauthLater)
      ? new ZaloConsentNeeded(REFRESH, {
          reason: 'refused',
          code: error.code,
          description: error.description,
        })
      : error;
  }
}

/** Zalo said no to the token, not merely "not now". */
function isFinal({ code, kind }: ZaloApiError, later: readonly number[]): boolean {
  return code !== null && !later.includes(code) && kind !== 'server' && kind !== 'limited';
}
