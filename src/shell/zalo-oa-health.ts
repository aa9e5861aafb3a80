import type { Config } from '../config.ts';
import { type TokenHealth, tokenHealth } from '../credentials/token-health.ts';
import { tokenStore } from '../storage/token-store.ts';
import type { OpenKnowledge } from './open-knowledge.ts';
import { accountName } from './zalo-oa-client.ts';

/** How the tokens of the account are doing; one of the configuration that has not been taken yet is untried. Only reads. */
export async function storedTokenHealth(
  account: NonNullable<Config['zaloOaAccount']>,
  { storage, knowledge: { clock } }: OpenKnowledge,
): Promise<TokenHealth> {
  const store = tokenStore(storage);
  const name = accountName(account);
  const { refreshToken } = account;
  const isNew = refreshToken !== null && !(await store.knows(name, refreshToken));
  return isNew ? { kind: 'untried' } : tokenHealth(await store.known(name), clock.now());
}
