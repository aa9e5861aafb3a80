import { describe, expect, test } from 'vitest';

import type { HeldToken, Tokens } from '../../src/credentials/token-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { tokenStore } from '../../src/storage/token-store.ts';
import { temporaryFolder } from '../shell/run-program.ts';

const NOW = Temporal.Instant.from('2026-11-23T06:00+07:00');
const later = (seconds: number) => NOW.add({ seconds });
const ACCOUNT = 'zalo-oa:1';

/** The pair a renewal brings. */
const pair = (number: number): Tokens => ({
  refreshToken: `refresh-${String(number)}`,
  refreshUntil: NOW.add({ hours: 24 * 90 }),
  access: { token: `access-${String(number)}`, until: NOW.add({ hours: 25 }) },
});

const lease = (owner: string, seconds = 0) => ({
  owner,
  at: later(seconds),
  until: later(seconds + 60),
});

async function opened() {
  const storage = openStorage(':memory:');
  const store = tokenStore(storage);
  await store.adopt(ACCOUNT, 'refresh-0', NOW);
  return { storage, store };
}

/** Enters, which has to succeed. */
async function entered(store: ReturnType<typeof tokenStore>, owner = 'a', seconds = 0) {
  const outcome = await store.enter(ACCOUNT, lease(owner, seconds));
  if (outcome.kind !== 'entered') throw new Error(outcome.kind);
  return outcome;
}

describe('a token of the configuration', () => {
  test('is taken into use, and only once', async () => {
    const { store } = await opened();
    expect(await store.adopt(ACCOUNT, 'refresh-0', NOW)).toBe(false);
    expect(await store.known(ACCOUNT)).toEqual({
      tokens: { refreshToken: 'refresh-0', refreshUntil: null, access: null },
      origin: 'environment',
      since: NOW,
      doubtedSince: null,
      refused: null,
      given: null,
    });
    expect(await store.knows(ACCOUNT, 'refresh-0')).toBe(true);
    expect(await store.knows(ACCOUNT, 'refresh-1')).toBe(false);
  });

  test('a spent one left standing does not replace its successors', async () => {
    const { store } = await opened();
    const { held } = await entered(store);
    await store.renewed(held, pair(1), later(1));
    expect(await store.adopt(ACCOUNT, 'refresh-0', later(2))).toBe(false);
    expect((await store.known(ACCOUNT))?.tokens).toEqual(pair(1));
  });

  test('a new one goes first, and the pair in use stays until it has worked', async () => {
    const { store } = await opened();
    const first = await entered(store);
    await store.renewed(first.held, pair(1), later(1));
    expect(await store.adopt(ACCOUNT, 'consented-again', later(2))).toBe(true);
    expect(await store.known(ACCOUNT)).toMatchObject({
      tokens: pair(1),
      given: { since: later(2), refused: null },
    });
    const again = await entered(store, 'b', 3);
    expect(again).toMatchObject({
      isGiven: true,
      known: { tokens: { refreshToken: 'consented-again', access: null } },
    });
    await store.renewed(again.held, pair(2), later(4));
    expect(await store.known(ACCOUNT)).toMatchObject({ tokens: pair(2), given: null });
    expect(await entered(store, 'c', 5)).toMatchObject({ isGiven: false });
  });

  test('a new one that is refused leaves the pair in use as it was, and is not tried again', async () => {
    const { store } = await opened();
    const first = await entered(store);
    await store.renewed(first.held, pair(1), later(1));
    await store.adopt(ACCOUNT, 'rubbish', later(2));
    const tried = await entered(store, 'b', 3);
    await store.leave(tried.held, { kind: 'refused', why: '-14014' }, later(4));
    expect(await store.known(ACCOUNT)).toMatchObject({
      tokens: pair(1),
      refused: null,
      given: { since: later(2), refused: { since: later(4), why: '-14014' } },
    });
    expect(await entered(store, 'c', 5)).toMatchObject({ isGiven: false, known: { given: null } });
  });

  test('a new one takes the place of one that waits, and an old one put back withdraws it', async () => {
    const { store } = await opened();
    await store.adopt(ACCOUNT, 'rubbish', later(1));
    const { held } = await entered(store, 'a', 2);
    await store.adopt(ACCOUNT, 'consented-again', later(3));
    // What a renewal of the one before brings is of no use any more.
    expect(await store.renewed(held, pair(1), later(4))).toBe(false);
    expect((await store.known(ACCOUNT))?.given).toEqual({ since: later(3), refused: null });
    expect(await store.adopt(ACCOUNT, 'refresh-0', later(5))).toBe(false);
    expect((await store.known(ACCOUNT))?.given).toBeNull();
  });

  test('while one of the two is renewed nobody renews the other', async () => {
    const { store } = await opened();
    await entered(store);
    await store.adopt(ACCOUNT, 'consented-again', later(1));
    expect(await store.enter(ACCOUNT, lease('b', 2))).toEqual({ kind: 'busy' });
  });

  test('accounts do not see each other', async () => {
    const { store } = await opened();
    expect(await store.adopt('zalo-oa:2', 'refresh-0', NOW)).toBe(true);
    const { held } = await entered(store);
    await store.renewed(held, pair(1), NOW);
    expect((await store.known('zalo-oa:2'))?.tokens.refreshToken).toBe('refresh-0');
    expect(await store.known('zalo-oa:3')).toBeNull();
    expect(await store.enter('zalo-oa:3', lease('a'))).toEqual({ kind: 'none' });
  });
});

describe('the right to renew', () => {
  test('is one process’s at a time, over one file', async () => {
    using folder = temporaryFolder();
    using one = openStorage(`${folder.path}/a.db`);
    using other = openStorage(`${folder.path}/a.db`);
    const [here, there] = [tokenStore(one), tokenStore(other)];
    await here.adopt(ACCOUNT, 'refresh-0', NOW);
    const { held } = await entered(here);
    expect(await there.enter(ACCOUNT, lease('b', 59))).toEqual({ kind: 'busy' });
    await here.renewed(held, pair(1), later(30));
    expect(await entered(there, 'b', 31)).toMatchObject({ known: { tokens: pair(1) } });
  });

  test('left with the token unused, nothing is in doubt', async () => {
    const { store } = await opened();
    const { held } = await entered(store);
    await store.leave(held, { kind: 'unused' }, later(1));
    expect((await entered(store, 'b', 2)).known).toMatchObject({
      doubtedSince: null,
      refused: null,
    });
  });

  test('not left before its lease is over: whoever had it died, and the token may be spent', async () => {
    const { store } = await opened();
    await entered(store);
    expect(await store.enter(ACCOUNT, lease('b', 59))).toEqual({ kind: 'busy' });
    const { known, held } = await entered(store, 'b', 60);
    expect(known.doubtedSince).toEqual(later(60));
    await store.leave(held, { kind: 'refused', why: '-14014' }, later(61));
    expect(await store.known(ACCOUNT)).toMatchObject({
      doubtedSince: later(60),
      refused: { since: later(61), why: '-14014' },
    });
  });

  test('since when it was refused and doubted stays, what was said last is told', async () => {
    const { store } = await opened();
    for (const [at, why] of [
      [1, 'first'],
      [100, 'second'],
    ] as const) {
      const { held } = await entered(store, 'a', at);
      await store.leave(held, { kind: 'unknown' }, later(at));
      const again = await entered(store, 'a', at + 1);
      await store.leave(again.held, { kind: 'refused', why }, later(at + 1));
    }
    expect(await store.known(ACCOUNT)).toMatchObject({
      doubtedSince: later(1),
      refused: { since: later(2), why: 'second' },
    });
  });

  test('whoever has lost it cannot end the right of the next', async () => {
    const { store } = await opened();
    const { held } = await entered(store);
    await entered(store, 'b', 60);
    await store.leave(held, { kind: 'unused' }, later(61));
    expect(await store.enter(ACCOUNT, lease('c', 62))).toEqual({ kind: 'busy' });
  });

  test('but what it has brought all the same is kept: it is nowhere else', async () => {
    const { store } = await opened();
    const { held } = await entered(store);
    const other = await entered(store, 'b', 60);
    expect(await store.renewed(held, pair(1), later(61))).toBe(true);
    await store.leave(other.held, { kind: 'refused', why: 'spent' }, later(62));
    expect(await store.known(ACCOUNT)).toMatchObject({ tokens: pair(1), refused: null });
  });
});

describe('a renewal', () => {
  test('ends all doubts', async () => {
    const { store } = await opened();
    const { held } = await entered(store);
    await store.leave(held, { kind: 'unknown' }, later(1));
    const again = await entered(store, 'a', 2);
    await store.renewed(again.held, pair(1), later(3));
    expect(await store.known(ACCOUNT)).toEqual({
      tokens: pair(1),
      origin: 'renewal',
      since: later(3),
      doubtedSince: null,
      refused: null,
      given: null,
    });
  });

  test('that brings the same token again keeps it', async () => {
    const { store } = await opened();
    const { held } = await entered(store);
    const same = { ...pair(1), refreshToken: 'refresh-0' };
    expect(await store.renewed(held, same, later(1))).toBe(true);
    expect((await store.known(ACCOUNT))?.tokens).toEqual(same);
  });

  test('leaves no secret of what it spent', async () => {
    const { store, storage } = await opened();
    for (const number of [1, 2]) {
      const { held }: { readonly held: HeldToken } = await entered(store);
      await store.renewed(held, pair(number), NOW);
    }
    const rows = JSON.stringify(storage.database.prepare('select * from service_tokens').all());
    expect(rows).toContain('refresh-2');
    for (const spent of ['refresh-0', 'refresh-1', 'access-1']) expect(rows).not.toContain(spent);
  });

  test('is on the disk with the full care of the database, and nothing else is slowed down', async () => {
    const { store, storage } = await opened();
    const { held } = await entered(store);
    await store.renewed(held, pair(1), NOW);
    expect(storage.database.pragma('synchronous', { simple: true })).toBe(1);
  });
});
