import { describe, expect, test } from 'vitest';

import { renewZaloToken } from '../../jobs/renew-zalo-token.ts';
import type { TokenStore } from '../../src/credentials/token-store.ts';
import type { Outgoing } from '../../src/outbox/message.ts';
import { openStorage } from '../../src/storage/open.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { tokenStore } from '../../src/storage/token-store.ts';
import { ACCOUNT, clientOf } from '../channels/zalo-oa/client-of.ts';
import { HandWoundTime } from '../doubles/hand-wound-time.ts';
import { KeptLog } from '../doubles/kept-log.ts';
import { WatchedFetch } from '../doubles/watched-fetch.ts';
import { BAD_GATEWAY, LOST_ANSWER } from '../doubles/zalo-oa/faults.ts';
import { FIRST_REFRESH_TOKEN } from '../doubles/zalo-oa/oauth.ts';
import { ZaloOaDouble } from '../doubles/zalo-oa/zalo-oa-double.ts';

const START = Temporal.Instant.from('2026-11-23T06:17+07:00');
const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

/** The job of an account that was just consented to, run by a clock wound by hand. */
async function openJob() {
  const network = new WatchedFetch();
  const time = new HandWoundTime(START, network.settled);
  const zalo = await ZaloOaDouble.open({ clock: time });
  const storage = openStorage(':memory:');
  const tokens = tokenStore(storage);
  await tokens.adopt(ACCOUNT, FIRST_REFRESH_TOKEN, START);
  const log = new KeptLog();
  const around = { storage, clock: time, wait: time.wait, log };
  const oa = clientOf({ ...around, root: zalo.root, fetch: network.fetch });
  const store = outboxStore(storage);
  const told: Outgoing[] = [];
  const job = renewZaloToken({
    known: () => tokens.known(ACCOUNT),
    renew: () => oa.renewTokens(),
    outbox: {
      async put(messages, at) {
        const put = await store.put(messages, at);
        if (put.queued > 0) told.push(...messages);
        return put;
      },
    },
    clock: time,
    audience: { bindings: async () => [] },
    keepers: [{ channel: 'telegram', person: '9' }],
    log,
  });
  return {
    zalo,
    time,
    tokens,
    job,
    /** Keys of what keepers were told, without what is the same in all. */
    told: () => told.map(({ key }) => key.replace(/^zalo-token\/|\/telegram:9$/gu, '')),
    /** Runs the job every hour for so long, or every few. */
    async hours(count: number, every = 1) {
      for (let hour = 0; hour < count; hour += every) {
        await job.run({ dry: false });
        await time.pass(every * HOUR_MS);
      }
    },
    async [Symbol.asyncDispose]() {
      await zalo[Symbol.asyncDispose]();
      storage.close();
    },
  };
}

async function entered(tokens: TokenStore) {
  const until = START.add({ hours: 1 });
  const inside = await tokens.enter(ACCOUNT, { owner: 'test', at: START, until });
  if (inside.kind !== 'entered') throw new Error(inside.kind);
  return inside;
}

describe('the tokens of the Official Account', () => {
  test('that were given while the clock was years ahead are renewed as soon as it is right', async () => {
    await using open = await openJob();
    const { held } = await entered(open.tokens);
    const ahead = START.add({ hours: 4 * 365 * DAY_HOURS });
    const access = { token: 'ahead', until: ahead.add({ hours: 25 }) };
    const next = { refreshToken: 'refresh-ahead', refreshUntil: null, access };
    await open.tokens.renewed(held, next, ahead);
    open.zalo.oauth.consent('refresh-ahead');
    await open.hours(2);
    expect(open.zalo.oauth.renewals).toBe(1);
    const known = await open.tokens.known(ACCOUNT);
    expect(known?.since.epochMilliseconds).toBe(START.epochMilliseconds);
  });

  test('are renewed for more than three months, half a day before they are needed, and nobody is told anything', async () => {
    await using open = await openJob();
    await open.hours(100 * DAY_HOURS);
    const { renewals, refused } = open.zalo.oauth;
    // 25 hours of life, renewed when 12 are left.
    expect(renewals).toBe(Math.ceil((100 * DAY_HOURS) / 13));
    expect([refused, open.told()]).toEqual([0, []]);
  }, 60_000);

  test('a dry run renews nothing and says what is due', async () => {
    await using open = await openJob();
    const outcome = await open.job.run({ dry: true });
    expect(outcome).toEqual({
      summary: { renewed: 0, failed: 0, notices: 0 },
      details: ['due for renewal, untried'],
    });
    expect(open.zalo.oauth.renewals).toBe(0);
  });

  test('an outage of OAuth that does not end: told daily, of the lapse weekly from three weeks before, and when it is there', async () => {
    await using open = await openJob();
    await open.hours(1);
    open.zalo.fails('access_token', BAD_GATEWAY, 100 * DAY_HOURS);
    await open.hours(92 * DAY_HOURS, 6);
    const told = open.told();
    const kinds = (kind: string) => told.filter((key) => key.startsWith(`${kind}/`));
    expect(kinds('notRenewed')[0]).toBe('notRenewed/2026-11-24');
    expect(kinds('lapsesSoon')).toEqual([
      'lapsesSoon/2027-02-20 3',
      'lapsesSoon/2027-02-20 2',
      'lapsesSoon/2027-02-20 1',
    ]);
    expect(kinds('lapsed')[0]).toBe('lapsed/2027-02-20');
    expect(new Set(told).size).toBe(told.length);
  }, 60_000);

  test('an outage of half a day is made up for by itself', async () => {
    await using open = await openJob();
    await open.hours(1);
    open.zalo.fails('access_token', BAD_GATEWAY, 12);
    await open.hours(2 * DAY_HOURS);
    expect(open.told()).toEqual([]);
    expect((await open.tokens.known(ACCOUNT))?.refused).toBeNull();
  });

  test('a pair lost on the way: told within the hour, while the old access token still works; a new consent mends it', async () => {
    await using open = await openJob();
    await open.hours(1);
    open.zalo.fails('access_token', LOST_ANSWER);
    await open.hours(15);
    expect(open.told()).toEqual(['refused/2026-11-23']);
    const lost = await open.tokens.known(ACCOUNT);
    expect(lost?.doubtedSince).not.toBeNull();
    expect(lost?.tokens.access?.until.since(open.time.now()).total('hours')).toBeGreaterThan(8);
    // The keeper consents, writes the token into .env and starts anew.
    open.zalo.oauth.consent('consented');
    expect(await open.tokens.adopt(ACCOUNT, 'consented', open.time.now())).toBe(true);
    await open.hours(2 * DAY_HOURS);
    expect(open.told()).toHaveLength(1);
    expect(await open.tokens.known(ACCOUNT)).toMatchObject({ refused: null, doubtedSince: null });
  });

  test.each(['rubbish', FIRST_REFRESH_TOKEN.toUpperCase()])(
    'a mistyped token (%s) costs nothing: the pair in use is renewed as ever, and the keeper is told once a week',
    async (mistyped) => {
      await using open = await openJob();
      await open.hours(1);
      await open.tokens.adopt(ACCOUNT, mistyped, open.time.now());
      await open.hours(8 * DAY_HOURS, 6);
      expect(open.told()).toEqual(['givenRefused/2026-11-23 0', 'givenRefused/2026-11-23 1']);
      expect(open.zalo.oauth.refused).toBe(1);
      const known = await open.tokens.known(ACCOUNT);
      expect(open.zalo.oauth.isGood(known?.tokens.refreshToken ?? '')).toBe(true);
      // The keeper types it right.
      open.zalo.oauth.consent('consented');
      await open.tokens.adopt(ACCOUNT, 'consented', open.time.now());
      await open.hours(1);
      expect(await open.tokens.known(ACCOUNT)).toMatchObject({ given: null, origin: 'renewal' });
      expect(open.zalo.oauth.isGood('consented')).toBe(false);
    },
  );

  test('a machine that was off for three months: the lapse is told, with what to do', async () => {
    await using open = await openJob();
    await open.hours(1);
    await open.time.pass(95 * DAY_HOURS * HOUR_MS);
    await open.hours(1);
    expect(open.told()).toEqual(['lapsed/2027-02-26']);
  });
});
