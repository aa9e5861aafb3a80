import { expect, test } from 'vitest';

import { systemClock } from '../../src/clock.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { textReply } from '../../src/replies/reply.ts';
import { zaloOaClientOf, zaloOaOf } from '../../src/shell/zalo-oa.ts';
import { openInMemory } from '../conversations/open-in-memory.ts';
import { KeptLog } from '../doubles/kept-log.ts';
import { WEBHOOK_KEY } from '../doubles/zalo-oa/events.ts';
import { BAD_GATEWAY, HANG } from '../doubles/zalo-oa/faults.ts';
import { APP_ID, APP_SECRET, FIRST_REFRESH_TOKEN } from '../doubles/zalo-oa/oauth.ts';
import { ZaloOaDouble } from '../doubles/zalo-oa/zalo-oa-double.ts';

test('stopping waits for a renewal that the job has begun: a store closed over it loses the pair', async () => {
  const zalo = await ZaloOaDouble.open();
  using open = await openInMemory(systemClock, 'none');
  const log = new KeptLog();
  const { client } = await openAccount(configAt(zalo.root), open, log);
  await client.adopt();
  await client.renew();
  await client.idle();

  zalo.fails('access_token', HANG);
  const failed = client.renew().catch(() => 'failed');
  await zalo.until(() => zalo.callsOf('access_token').length === 2);
  const idle = client.idle().then(() => 'idle');
  expect(await Promise.race([idle, new Promise((resolve) => setImmediate(resolve, 'waits'))])).toBe(
    'waits',
  );
  await zalo[Symbol.asyncDispose]();
  expect(await Promise.all([failed, idle])).toEqual(['failed', 'idle']);
});

test.each([
  [{ notDoneStatuses: [502] }, 'later'],
  [{ notDoneStatuses: [] }, 'unknown'],
])('what the keeper switches reaches the client: %j, so 502 is %s', async (said, kind) => {
  await using zalo = await ZaloOaDouble.open();
  using open = await openInMemory(systemClock, 'none');
  const log = new KeptLog();
  const config = configAt(zalo.root);
  const switched = { ...config, zaloOa: { ...config.zaloOa, unconfirmed: said } };
  const { client, channel } = await openAccount(switched, open, log);
  await client.adopt();
  await client.tryNew();
  zalo.fails('group/message', BAD_GATEWAY);
  const reply = textReply([{ kind: 'text', line: ['0,77%'] }]);
  expect(await channel.deliver({ chat: 'gmf-1', topic: null }, reply)).toMatchObject({ kind });
});

const configAt = (root: string) =>
  readConfig({
    ZALO_OA_APP_ID: APP_ID,
    ZALO_OA_APP_SECRET: APP_SECRET,
    ZALO_OA_WEBHOOK_KEY: WEBHOOK_KEY,
    ZALO_OA_REFRESH_TOKEN: FIRST_REFRESH_TOKEN,
    ZALO_OA_API_ROOT: root,
    ZALO_OAUTH_ROOT: root,
  });

async function openAccount(
  config: Config,
  open: Awaited<ReturnType<typeof openInMemory>>,
  log: KeptLog,
  rightMissing: (why: string) => Promise<void> = async () => undefined,
) {
  const { zaloOaAccount: account } = config;
  const client = await zaloOaClientOf(config, open, log);
  if (account === null || client === null) throw new Error('no account');
  const channel = await zaloOaOf(config, account, {
    client,
    open,
    log,
    draw: async () => new Uint8Array(),
    events: {
      moved: async () => undefined,
      gone: async () => undefined,
      back: async () => undefined,
      rightMissing,
    },
    publish: null,
  });
  return { client, channel };
}

test('a token of the configuration is adopted and tried as steps of their own; a wrong one is logged', async () => {
  await using zalo = await ZaloOaDouble.open();
  using open = await openInMemory(systemClock, 'none');
  const log = new KeptLog();
  const config = configAt(zalo.root);
  const { client } = await openAccount(config, open, log);
  await client.tryNew();
  expect([await client.known(), zalo.oauth.renewals]).toEqual([null, 0]);
  await client.adopt();
  await client.tryNew();
  await client.tryNew();
  expect(zalo.oauth.renewals).toBe(1);

  const account = config.zaloOaAccount && { ...config.zaloOaAccount, refreshToken: 'rubbish' };
  const mistyped = await openAccount({ ...config, zaloOaAccount: account }, open, log);
  await mistyped.client.adopt();
  await mistyped.client.tryNew();
  expect(log.lines.map(({ event }) => event)).toContain('zaloOa.givenTokenRefused');
  expect(await mistyped.client.known()).toMatchObject({ refused: null, origin: 'renewal' });
});

test.each([-224, -212, -221])('a plan or a right that is missing (%i) is told of', async (code) => {
  await using zalo = await ZaloOaDouble.open();
  using open = await openInMemory(systemClock, 'none');
  const missing: string[] = [];
  const note = async (why: string) => void missing.push(why);
  const { client, channel } = await openAccount(configAt(zalo.root), open, new KeptLog(), note);
  await client.adopt();
  zalo.fails('group/message', { kind: 'refusal', error: code, message: 'OA package' }, 2);
  const reply = textReply([{ kind: 'text', line: ['0,77%'] }]);
  await channel.deliver({ chat: 'gmf-1', topic: null }, reply);
  expect(missing).toEqual([expect.stringContaining(`code ${String(code)}`)]);
});
