import { describe, expect, test } from 'vitest';

import { after, messageOf, SEVEN } from '../outbox/messages.ts';
import { claimed, dueChats, leaseAt, SENT } from './claimed.ts';
import type { OpenOutbox } from './outbox-store-contract.ts';

const again = (ms: number, costsNoTry = false) =>
  ({ kind: 'again', at: after(ms), costsNoTry, why: '502' }) as const;
const unknown = (ms: number) => ({ kind: 'unknown', at: after(ms), why: 'ECONNRESET' }) as const;
const DEAD = { kind: 'dead', reason: 'never', why: '403 kicked' } as const;

/** What becomes of messages on the way out. */
export function describeTrying(open: OpenOutbox): void {
  describe('taking', () => {
    test('a message is due from its moment on', async () => {
      await using opened = await open();
      await opened.store.put([messageOf('a')], after(-9_000));
      expect(await dueChats(opened.store, after(-1))).toEqual([]);
      expect(await dueChats(opened.store, SEVEN)).toEqual(['-1']);
    });

    test('of a chat the oldest only, of every chat one, those due longest first', async () => {
      await using opened = await open();
      const { store } = opened;
      const late = { notBefore: after(10) };
      const messages = [messageOf('late', late), messageOf('a'), messageOf('b')];
      await store.put([...messages, messageOf('c', { chat: '-2', ...late })], SEVEN);
      expect(await dueChats(store, after(20))).toEqual(['-1', '-2']);
      expect((await claimed(store, { at: after(20) })).key).toBe('a');
      expect(await dueChats(store, after(20))).toEqual(['-2']);
    });

    test('what has yet to come holds up nothing', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.put([messageOf('14:00', { notBefore: after(25_200_000) })], SEVEN);
      await store.put([messageOf('now')], SEVEN);
      expect((await claimed(store)).key).toBe('now');
    });

    test('what is tried again keeps its place', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.put([messageOf('a'), messageOf('b', { notBefore: after(1) })], SEVEN);
      await store.settle(await claimed(store), again(60_000), SEVEN);
      expect(await dueChats(store, after(59_999))).toEqual([]);
      expect(await claimed(store, { at: after(60_000) })).toMatchObject({
        key: 'a',
        tried: { tries: 2, waits: 0, doubted: false },
      });
    });

    test('only one takes a message', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.put([messageOf('a')], SEVEN);
      const [due] = await store.due('telegram', SEVEN);
      const claims = ['a', 'b', 'c'].map((owner) =>
        store.claim(due?.id ?? 0, leaseAt(SEVEN, owner)),
      );
      expect((await Promise.all(claims)).filter((claim) => claim !== null)).toHaveLength(1);
    });

    test('other channels are not seen', async () => {
      await using opened = await open();
      await opened.store.put([messageOf('a', { channel: 'zalo' })], SEVEN);
      expect(await dueChats(opened.store)).toEqual([]);
    });
  });

  describe('settling', () => {
    test('tries that cost nothing are counted apart', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.put([messageOf('a')], SEVEN);
      await store.settle(await claimed(store), again(0, true), SEVEN);
      expect((await claimed(store)).tried).toEqual({ tries: 2, waits: 1, doubted: false });
    });

    test('a message that may have arrived is known as such until it ends', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.put([messageOf('a')], SEVEN);
      await store.settle(await claimed(store), unknown(0), SEVEN);
      await store.settle(await claimed(store), again(0), SEVEN);
      const claim = await claimed(store);
      expect(claim.tried).toEqual({ tries: 3, waits: 0, doubted: true });
      await store.settle(claim, DEAD, SEVEN);
      expect(await store.undelivered(SEVEN, { most: 9 })).toMatchObject([{ mayHaveArrived: true }]);
    });

    test('the next of the chat goes when the first is dead', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.put([messageOf('a'), messageOf('b')], SEVEN);
      await store.settle(await claimed(store), DEAD, SEVEN);
      expect((await claimed(store)).key).toBe('b');
    });

    test('who lost the lease settles nothing', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.put([messageOf('a')], SEVEN);
      const lost = await claimed(store);
      expect(await store.abandoned('telegram', after(60_000))).toEqual([]);
      const [left] = await store.abandoned('telegram', after(60_001));
      expect(left).toEqual({ id: lost.id, tried: lost.tried });
      expect(await store.settle(lost, unknown(60_001), after(60_001))).toBe(true);
      const taken = await claimed(store, { at: after(60_001) });
      expect(await store.settle(lost, SENT, after(60_002))).toBe(false);
      expect(await store.settle(taken, SENT, after(60_002))).toBe(true);
      expect(await store.settle(taken, DEAD, after(60_002))).toBe(false);
    });
  });

  describe('what is too late', () => {
    const noon = { notAfter: after(18_000_000) };

    test('is given up, even behind another, unless it is on its way', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.put([messageOf('a', noon), messageOf('b', noon), messageOf('c')], SEVEN);
      const sending = await claimed(store, { at: after(18_000_000) });
      expect(await store.expire('telegram', after(18_000_000))).toBe(0);
      expect(await store.expire('telegram', after(18_000_001))).toBe(1);
      expect(await store.undelivered(SEVEN, { most: 9 })).toMatchObject([
        { key: 'a', deadBecause: null },
        { key: 'b', deadBecause: 'tooLate', tries: 0 },
      ]);
      expect(await store.settle(sending, SENT, after(18_000_001))).toBe(true);
    });

    test('is not taken, even before it is given up', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.put([messageOf('a', noon)], SEVEN);
      const [due] = await store.due('telegram', SEVEN);
      expect(await store.claim(due?.id ?? 0, leaseAt(after(18_000_001)))).toBeNull();
    });
  });

  describe('looking', () => {
    test('tries of the last minute are known, whatever came of them', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.put([messageOf('a'), messageOf('b', { chat: '-2' }), messageOf('c')], SEVEN);
      await store.settle(await claimed(store), SENT, SEVEN);
      await claimed(store, { chat: '-2', at: after(5) });
      const tries = await store.triesSince('telegram', after(-60_000));
      expect(tries.map(({ chat, at }) => [chat, at.toString()])).toEqual([
        ['-1', SEVEN.toString()],
        ['-2', after(5).toString()],
      ]);
      expect(await store.triesSince('telegram', after(6))).toEqual([]);
    });

    test('what waits, is on its way, was sent and died is counted', async () => {
      await using opened = await open();
      const { store } = opened;
      const keys = ['a', 'b', 'c', 'd', 'e'];
      await store.put(
        keys.map((key, index) => messageOf(key, { chat: `-${String(index)}` })),
        SEVEN,
      );
      await store.settle(await claimed(store, { chat: '-0' }), SENT, SEVEN);
      await store.settle(await claimed(store, { chat: '-1' }), DEAD, SEVEN);
      await claimed(store, { chat: '-2' });
      await store.settle(await claimed(store, { chat: '-3' }), unknown(9), SEVEN);
      expect(await store.counts(SEVEN)).toEqual({ waiting: 2, sending: 1, sent: 1, dead: 1 });
      expect(await store.counts(after(1))).toEqual({ waiting: 2, sending: 1, sent: 0, dead: 0 });
    });

    test('what is not delivered is listed with its reason, latest first', async () => {
      await using opened = await open();
      const { store } = opened;
      const later = { chat: '-2', notBefore: after(5) };
      await store.put([messageOf('a'), messageOf('b', later), messageOf('untried')], SEVEN);
      await store.settle(await claimed(store), DEAD, SEVEN);
      const { key } = await claimed(store, { chat: '-2', at: after(5) });
      const listed = await store.undelivered(SEVEN, { most: 9 });
      expect(listed.map((one) => [one.key, one.deadBecause, one.why])).toEqual([
        [key, null, null],
        ['a', 'never', '403 kicked'],
      ]);
      expect(await store.undelivered(SEVEN, { most: 1 })).toHaveLength(1);
      expect(await store.undelivered(after(1), { most: 9 })).toHaveLength(1);
    });

    test('and counted, of all chats or one', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.put([messageOf('a'), messageOf('b', { chat: '-2' })], SEVEN);
      for (const chat of ['-1', '-2'])
        await store.settle(await claimed(store, { chat }), DEAD, SEVEN);
      expect(await store.countUndelivered(SEVEN)).toBe(2);
      expect(await store.countUndelivered(after(1))).toBe(0);
      const chat = { channel: 'telegram', chat: '-2' };
      expect(await store.countUndelivered(SEVEN, chat)).toBe(1);
      expect(await store.undelivered(SEVEN, { most: 9, chat })).toMatchObject([{ key: 'b' }]);
      const zalo = { ...chat, channel: 'zalo' };
      expect(await store.undelivered(SEVEN, { most: 9, chat: zalo })).toEqual([]);
    });
  });
}
