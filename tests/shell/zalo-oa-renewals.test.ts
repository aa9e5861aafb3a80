import { expect, test } from 'vitest';

import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { textReply } from '../../src/replies/reply.ts';
import { zaloOaOf, zaloTokens } from '../../src/shell/zalo-oa.ts';
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
  const config = configAt(zalo.root);
  const { zaloOaAccount: account, zaloOa } = config;
  const around = { storage: open.storage, clock: systemClock, log };
  const job = zaloTokens(account, { ...around, unconfirmed: zaloOa.unconfirmed });
  if (account === null || job === null) throw new Error('no account');
  await job.renew();
  const channel = await zaloOaOf(config, account, partsWith(open, log));
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

test.each([
  [{ notDoneStatuses: [502] }, 'later'],
  [{ notDoneStatuses: [] }, 'unknown'],
])('what the keeper switches reaches the client: %j, so 502 is %s', async (said, kind) => {
  await using zalo = await ZaloOaDouble.open();
  using open = await openInMemory(systemClock, 'none');
  const log = new KeptLog();
  const config = configAt(zalo.root);
  const { zaloOaAccount: account, zaloOa } = config;
  if (account === null) throw new Error('no account');
  const channel = await zaloOaOf(
    { ...config, zaloOa: { ...zaloOa, unconfirmed: said } },
    account,
    partsWith(open, log),
  );
  await channel.idle();
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

const partsWith = (open: Awaited<ReturnType<typeof openInMemory>>, log: KeptLog) => ({
  open,
  log,
  draw: async () => new Uint8Array(),
  events: { moved: async () => undefined, gone: async () => undefined },
  publish: null,
});
