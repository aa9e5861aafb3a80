import { randomUUID } from 'node:crypto';

import type { ZaloOa } from '#zalo-api-wrapper';

import { realWait } from '../channels/wait.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { KnownTokens } from '../credentials/token-store.ts';
import { faultText, type Log } from '../log.ts';
import type { Storage } from '../storage/open.ts';
import { tokenStore } from '../storage/token-store.ts';

type Account = NonNullable<Config['zaloOaAccount']>;

type Around = {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Log;
  /** What the keeper switched of what no page of Zalo's confirms. */
  readonly unconfirmed: Config['zaloOa']['unconfirmed'];
};

/** The Official Account as this process speaks to it; whatever needs it is handed this one. */
export type ZaloOaClient = {
  readonly oa: ZaloOa;
  /** Takes the token of the configuration, if it is new; it goes first from then on. */
  adopt(): Promise<void>;
  known(): Promise<KnownTokens | null>;
  /** Trades the refresh token for the next pair. Rejects when nothing came of it. */
  renew(): Promise<void>;
  /** The same for a token that has never been tried: nobody knows how old it is, and a wrong one shows now. Never rejects. */
  tryNew(): Promise<void>;
  /** Resolves when no renewal is under way: a store that is closed over one loses the new pair. */
  idle(): Promise<void>;
};

/** By this the store knows the tokens of an account. */
export function accountName({ appId }: Pick<Account, 'appId'>): string {
  return `zalo-oa:${appId}`;
}

/** The account's client, with its tokens in the store. Nothing is written or sent yet. */
export async function openZaloOaClient(account: Account, around: Around): Promise<ZaloOaClient> {
  // Loaded only where there is an account.
  const [{ zaloOa }, { heldTokens }] = await Promise.all([
    import('#zalo-api-wrapper'),
    import('../channels/zalo-oa/held-tokens.ts'),
  ]);
  const { storage, clock, log, unconfirmed } = around;
  const { appId, appSecret, refreshToken, apiRoot, oauthRoot } = account;
  const store = tokenStore(storage);
  const name = accountName(account);
  const tokens = heldTokens(name, { store, owner: randomUUID(), clock, wait: realWait, log });
  const oa = zaloOa({
    appId,
    appSecret,
    tokens,
    unconfirmed,
    now: () => clock.now().epochMilliseconds,
    ...(apiRoot === null ? {} : { apiRoot }),
    ...(oauthRoot === null ? {} : { oauthRoot }),
  });
  const renew = async () => void (await oa.renewTokens());
  const known = () => store.known(name);
  return {
    oa,
    known,
    renew,
    idle: () => tokens.idle(),
    async adopt() {
      if (refreshToken !== null && (await store.adopt(name, refreshToken, clock.now()))) {
        log.info('zaloOa.refreshTokenAdopted');
      }
    },
    async tryNew() {
      if (!isUntried(await known())) return;
      await renew().catch((error: unknown) => {
        log.error('zaloOa.tokensNotRenewed', { why: faultText(error) });
      });
    },
  };
}

function isUntried(known: KnownTokens | null): boolean {
  if (known === null) return false;
  return known.given === null ? known.tokens.access === null : known.given.refused === null;
}
