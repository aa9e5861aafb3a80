import { describe, expect, test } from 'vitest';

import { ZaloConsentNeeded } from '#zalo-api-wrapper';

import { openStorage } from '../../../src/storage/open.ts';
import { tokenStore } from '../../../src/storage/token-store.ts';
import { HandWoundTime } from '../../doubles/hand-wound-time.ts';
import { KeptLog } from '../../doubles/kept-log.ts';
import { HANG, LOST_ANSWER } from '../../doubles/zalo-oa/faults.ts';
import { APP_SECRET, FIRST_REFRESH_TOKEN } from '../../doubles/zalo-oa/oauth.ts';
import { ZaloOaDouble } from '../../doubles/zalo-oa/zalo-oa-double.ts';
import { temporaryFolder } from '../../shell/run-program.ts';
import { ACCOUNT, clientOf } from './client-of.ts';
import { NOON } from './open-zalo-oa.ts';

const HELLO = { kind: 'text', text: 'hello' } as const;

/** Two processes on one store, as the bot and a job beside it are. */
async function openTwo() {
  const folder = temporaryFolder();
  const time = new HandWoundTime(NOON);
  const zalo = await ZaloOaDouble.open({ clock: time });
  zalo.api.gmf.add('1');
  const storages = [
    openStorage(`${folder.path}/a.db`),
    openStorage(`${folder.path}/a.db`),
  ] as const;
  const log = new KeptLog();
  const [here, there] = storages.map((storage, number) =>
    clientOf({
      root: zalo.root,
      storage,
      clock: time,
      wait: time.wait,
      log,
      owner: String(number),
      timeoutMs: 20_000,
      oauthTimeoutMs: 1_500,
    }),
  );
  if (here === undefined || there === undefined) throw new Error('no clients');
  const tokens = tokenStore(storages[0]);
  await tokens.adopt(ACCOUNT, FIRST_REFRESH_TOKEN, NOON);
  return {
    zalo,
    time,
    here,
    there,
    tokens,
    log,
    async [Symbol.asyncDispose]() {
      await zalo[Symbol.asyncDispose]();
      for (const storage of storages) storage.close();
      folder[Symbol.dispose]();
    },
  };
}

/** Lets time pass, a little at a time, until something has come of it. */
async function passing<Done>(time: HandWoundTime, work: Promise<Done>): Promise<Done> {
  const state = { isDone: false };
  const done = work.finally(() => {
    state.isDone = true;
  });
  done.catch(() => undefined);
  while (!state.isDone) await time.pass(100);
  return done;
}

describe('tokens that two processes need at once', () => {
  test('are renewed once, and both go on with the same', async () => {
    await using open = await openTwo();
    const { zalo, here, there, time } = open;
    const all = [here, there].flatMap((oa) => [1, 2, 3].map(() => oa.sendToGroup('1', HELLO)));
    await passing(time, Promise.all(all));
    expect(zalo.oauth).toMatchObject({ renewals: 1, refused: 0 });
    expect(zalo.sent).toHaveLength(6);
  });

  test('that stop working in the middle are renewed once, and what was refused is repeated once', async () => {
    await using open = await openTwo();
    const { zalo, here, there, time } = open;
    await passing(time, here.sendToGroup('1', HELLO));
    await time.pass(120_000);
    zalo.oauth.expireAccess();
    await passing(time, Promise.all([here.sendToGroup('1', HELLO), there.sendToGroup('1', HELLO)]));
    expect(zalo.oauth).toMatchObject({ renewals: 2, refused: 0 });
    expect(zalo.sent).toHaveLength(3);
  });
});

describe('a renewal that brings nothing', () => {
  test('whose answer is lost leaves a doubt, and the next is refused: told, and not tried again at once', async () => {
    await using open = await openTwo();
    const { zalo, here, time, tokens } = open;
    zalo.fails('access_token', LOST_ANSWER);
    await expect(here.sendToGroup('1', HELLO)).rejects.toThrow('oauth');
    expect(await tokens.known(ACCOUNT)).toMatchObject({ doubtedSince: NOON, refused: null });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await expect(here.sendToGroup('1', HELLO)).rejects.toThrow(ZaloConsentNeeded);
    }
    expect(zalo.callsOf('access_token')).toHaveLength(2);
    expect((await tokens.known(ACCOUNT))?.refused?.why).toContain('-14014');
    // After ten minutes: what the numbers of refusals mean is not confirmed, so it is worth another try.
    await time.pass(600_000);
    await expect(here.sendToGroup('1', HELLO)).rejects.toThrow(ZaloConsentNeeded);
    expect(zalo.callsOf('access_token')).toHaveLength(3);
  });

  test('that hangs leaves a doubt, which the next good one ends', async () => {
    await using open = await openTwo();
    const { zalo, here, tokens } = open;
    zalo.fails('access_token', HANG);
    await expect(here.sendToGroup('1', HELLO)).rejects.toThrow('timeout');
    expect((await tokens.known(ACCOUNT))?.doubtedSince).toEqual(NOON);
    await here.sendToGroup('1', HELLO);
    expect((await tokens.known(ACCOUNT))?.doubtedSince).toBeNull();
  });

  test('tells no secret', async () => {
    await using open = await openTwo();
    const { zalo, here, log } = open;
    zalo.fails('access_token', LOST_ANSWER);
    const errors = [];
    for (let attempt = 0; attempt < 2; attempt += 1) {
      errors.push(await here.sendToGroup('1', HELLO).catch((error: unknown) => String(error)));
    }
    const said = JSON.stringify([errors, log.lines]);
    for (const secret of [APP_SECRET, FIRST_REFRESH_TOKEN]) expect(said).not.toContain(secret);
  });
});

test('a process that dies renewing holds up the others for a minute and a half, not for ever', async () => {
  await using open = await openTwo();
  const { zalo, there, time, tokens, log } = open;
  const until = NOON.add({ seconds: 90 });
  await tokens.enter(ACCOUNT, { owner: 'dead', at: NOON, until });
  await passing(time, there.sendToGroup('1', HELLO));
  expect(time.now().since(NOON).total('seconds')).toBeCloseTo(90, 0);
  expect(zalo.sent).toHaveLength(1);
  expect(log.lines.map(({ event }) => event)).toContain('zaloOa.tokenMayBeSpent');
});
