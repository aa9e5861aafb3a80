import { type Unconfirmed, type ZaloOa, zaloOa } from '#zalo-api-wrapper';

import type { Wait } from '../../../src/channels/wait.ts';
import { heldTokens } from '../../../src/channels/zalo-oa/held-tokens.ts';
import type { Clock } from '../../../src/clock.ts';
import type { Log } from '../../../src/log.ts';
import type { Storage } from '../../../src/storage/open.ts';
import { tokenStore } from '../../../src/storage/token-store.ts';
import { APP_ID, APP_SECRET } from '../../doubles/zalo-oa/oauth.ts';

/** The account as the store knows it. */
export const ACCOUNT = `zalo-oa:${APP_ID}`;

type Around = {
  readonly root: string;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly log: Log;
  readonly owner?: string;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly oauthTimeoutMs?: number;
  readonly unconfirmed?: Partial<Unconfirmed>;
};

/** The client of the double's account, with its tokens in a store. */
export function clientOf({ root, storage, clock, wait, log, ...settings }: Around): ZaloOa {
  const { owner = 'test', timeoutMs = 5_000, fetch, unconfirmed = {} } = settings;
  const { oauthTimeoutMs = timeoutMs } = settings;
  return zaloOa({
    appId: APP_ID,
    appSecret: APP_SECRET,
    apiRoot: root,
    oauthRoot: root,
    tokens: heldTokens(ACCOUNT, { store: tokenStore(storage), owner, clock, wait, log }),
    now: () => clock.now().epochMilliseconds,
    unconfirmed,
    timeoutMs,
    oauthTimeoutMs,
    ...(fetch === undefined ? {} : { fetch }),
  });
}
