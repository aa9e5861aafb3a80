import { randomUUID } from 'node:crypto';

import type { Publish } from '../channels/publish.ts';
import { realWait } from '../channels/wait.ts';
import { requestsPerMinuteOf } from '../channels/zalo-oa/configuration.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { type TokenHealth, tokenHealth } from '../credentials/token-health.ts';
import { faultText, type Log } from '../log.ts';
import type { DrawChart } from '../replies/chart-request.ts';
import { ZALO_OA_WORDS } from '../replies/zalo-oa-words.ts';
import { choiceListStore } from '../storage/choice-list-store.ts';
import type { Storage } from '../storage/open.ts';
import { seenEvents } from '../storage/seen-events.ts';
import { tokenStore } from '../storage/token-store.ts';
import { writeWorkbook } from '../workbooks/write-workbook.ts';
import type { OpenKnowledge } from './open-knowledge.ts';
import type { ChatEvents } from './outbox.ts';

type Account = NonNullable<Config['zaloOaAccount']>;
type Around = {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Log;
  /** What the keeper switched of what no page of Zalo's confirms. */
  readonly unconfirmed: Config['zaloOa']['unconfirmed'];
};

/** By this the store knows the tokens of an account. */
function accountName({ appId }: Pick<Account, 'appId'>): string {
  return `zalo-oa:${appId}`;
}

/** How the tokens of the account are doing; one of the configuration that is not in use yet counts as just come. */
export async function storedTokenHealth(
  account: Account,
  { storage, knowledge: { clock } }: OpenKnowledge,
): Promise<TokenHealth> {
  const store = tokenStore(storage);
  const name = accountName(account);
  const { refreshToken } = account;
  const now = clock.now();
  if (refreshToken !== null) await store.adopt(name, refreshToken, now);
  return tokenHealth(await store.known(name), now);
}

type Client = ReturnType<typeof openClient>;
const clients = new WeakMap<Storage, Client>();

/**
 * The one client of the account on a store: whoever stops waits for the renewals of all, and a pair that Zalo gave and
 * the store did not take is still at hand for the next try, whoever makes it.
 */
async function clientOn(account: Account, around: Around): Client {
  const client = clients.get(around.storage) ?? openClient(account, around);
  clients.set(around.storage, client);
  return client;
}

/** The account's client, with its tokens in the store; loaded only where there is an account. */
async function openClient(account: Account, { storage, clock, log, unconfirmed }: Around) {
  const [{ zaloOa }, { heldTokens }] = await Promise.all([
    import('#zalo-api-wrapper'),
    import('../channels/zalo-oa/held-tokens.ts'),
  ]);
  const { appId, appSecret, refreshToken, apiRoot, oauthRoot } = account;
  const store = tokenStore(storage);
  const name = accountName(account);
  if (refreshToken !== null && (await store.adopt(name, refreshToken, clock.now()))) {
    log.info('zaloOa.refreshTokenAdopted');
  }
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
  return { oa, tokens };
}

/** What the channel works with. */
type Parts = {
  readonly open: OpenKnowledge;
  readonly log: Log;
  readonly draw: DrawChart;
  readonly events: ChatEvents;
  /** Null = there is no public address. */
  readonly publish: Publish | null;
};

/** The Official Account, and what to wait for before the store is closed: renewals under way, whose pair would be lost. */
export async function zaloOaOf(config: Config, account: Account, parts: Parts) {
  const { open, log, draw, events, publish } = parts;
  const { storage, knowledge } = open;
  const { clock } = knowledge;
  const { names, fileMinutes, unconfirmed, ...plan } = config.zaloOa;
  const { oa, tokens } = await clientOn(account, { storage, clock, log, unconfirmed });
  const { zaloOaChannel } = await import('../channels/zalo-oa/zalo-oa-channel.ts');
  const channel = zaloOaChannel(
    {
      appId: account.appId,
      webhookKey: account.webhookKey,
      names,
      requestsPerMinute: requestsPerMinuteOf(plan),
      fileMinutes: fileMinutes === 0 ? null : fileMinutes,
      unconfirmed,
      words: ZALO_OA_WORDS,
    },
    {
      oa,
      draw,
      makeFile: writeWorkbook,
      ...(publish === null ? {} : { publish }),
      lists: choiceListStore(storage),
      seen: seenEvents(storage),
      chats: { gone: (chat, why) => events.gone('zalo-oa', chat, why) },
      clock,
      log,
      wait: realWait,
    },
  );
  const known = await tokenStore(storage).known(accountName(account));
  // A token of the configuration is traded at once: nobody knows how old it is, and a wrong one shows now.
  if (known !== null && known.tokens.access === null) {
    void oa.renewTokens().catch((error: unknown) => {
      log.error('zaloOa.tokensNotRenewed', { why: faultText(error) });
    });
  }
  return { ...channel, idle: () => tokens.idle() };
}

/** The tokens of the account as its job sees them; null = there is no account. */
export function zaloTokens(account: Account | null, around: Around) {
  if (account === null) return null;
  const store = tokenStore(around.storage);
  return {
    known: () => store.known(accountName(account)),
    async renew(): Promise<void> {
      const { oa } = await clientOn(account, around);
      await oa.renewTokens();
    },
  };
}
