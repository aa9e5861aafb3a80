import { expect, test } from 'vitest';

import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { zaloOaOf, zaloTokens } from '../../src/shell/zalo-oa.ts';
import { openInMemory } from '../conversations/open-in-memory.ts';
import { KeptLog } from '../doubles/kept-log.ts';
import { WEBHOOK_KEY } from '../doubles/zalo-oa/events.ts';
import { HANG } from '../doubles/zalo-oa/faults.ts';
import { APP_ID, APP_SECRET, FIRST_REFRESH_TOKEN } from '../doubles/zalo-oa/oauth.ts';
import { ZaloOaDouble } from '../doubles/zalo-oa/zalo-oa-double.ts';

test('stopping waits for a renewal that the job has begun: a store closed over it loses the pair', async () => {
  const zalo = await ZaloOaDouble.open();
  using open = await openInMemory(systemClock, 'none');
  const log = new KeptLog();
  const config = readConfig({
    ZALO_OA_APP_ID: APP_ID,
    ZALO_OA_APP_SECRET: APP_SECRET,
    ZALO_OA_WEBHOOK_KEY: WEBHOOK_KEY,
    ZALO_OA_REFRESH_TOKEN: FIRST_REFRESH_TOKEN,
    ZALO_OA_API_ROOT: zalo.root,
    ZALO_OAUTH_ROOT: zalo.root,
  });
  const { zaloOaAccount: account } = config;
  const job = zaloTokens(account, { storage: open.storage, clock: systemClock, log });
  if (account === null || job === null) throw new Error('no account');
  await job.renew();
  const channel = await zaloOaOf(config, account, {
    open,
    log,
    draw: async () => new Uint8Array(),
    events: { moved: async () => undefined, gone: async () => undefined },
    publish: null,
  });
  await channel.idle();

  zalo.fails('access_token', HANG);
  const failed = job.renew().catch(() => 'failed');
  await zalo.until(() => zalo.callsOf('access_token').length === 2);
  const idle = channel.idle().then(() => 'idle');
  expect(await Promise.race([idle, new Promise((resolve) => setImmediate(resolve, 'waits'))])).toBe(
    'waits',
  );
  await zalo[Symbol.asyncDispose]();
  expect(await Promise.all([failed, idle])).toEqual(['failed', 'idle']);
});
