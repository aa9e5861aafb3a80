import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { messageOf, says, SEVEN } from '../outbox/messages.ts';
import { anyReply } from '../replies/any-reply.ts';
import { claimed, SENT } from './claimed.ts';
import type { OpenOutbox } from './outbox-store-contract.ts';

const renewing = (text: string, renews: 'orSends' | 'only') =>
  messageOf('a', { reply: says(text), renews });

/** What becomes of messages on the way in. */
export function describePutting(open: OpenOutbox): void {
  describe('putting', () => {
    test('a message is queued once, however often it is put', async () => {
      await using opened = await open();
      const messages = [messageOf('a'), messageOf('b'), messageOf('a')];
      expect(await opened.store.put(messages, SEVEN)).toEqual({ queued: 2, known: 1 });
      expect(await opened.store.put(messages, SEVEN)).toEqual({ queued: 0, known: 3 });
      expect(await opened.store.counts(SEVEN)).toMatchObject({ waiting: 2 });
    });

    test('a message that was sent is not queued again', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.put([messageOf('a')], SEVEN);
      await store.settle(await claimed(store), SENT, SEVEN);
      expect(await store.put([messageOf('a')], SEVEN)).toEqual({ queued: 0, known: 1 });
      expect(await store.due('telegram', SEVEN)).toEqual([]);
    });

    test('one that renews says instead what waits under its key, and is queued where nothing does', async () => {
      await using opened = await open();
      const { store } = opened;
      expect(await store.put([renewing('nobody waits', 'only')], SEVEN)).toMatchObject({
        queued: 0,
      });
      expect(await store.put([renewing('first', 'orSends')], SEVEN)).toMatchObject({ queued: 1 });
      expect(await store.put([renewing('second', 'orSends')], SEVEN)).toMatchObject({ queued: 0 });
      expect(await store.put([renewing('third', 'only')], SEVEN)).toMatchObject({ queued: 0 });
      expect(await store.counts(SEVEN)).toMatchObject({ waiting: 1 });
      expect((await claimed(store)).reply).toEqual(says('third'));
    });

    test('what is under way or sent is not renewed, and its key is not used again', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.put([messageOf('a')], SEVEN);
      const held = await claimed(store);
      const late = messageOf('a', { reply: says('late'), renews: 'orSends' });
      expect(await store.put([late], SEVEN)).toEqual({ queued: 0, known: 1 });
      await store.settle(held, SENT, SEVEN);
      expect(await store.put([late], SEVEN)).toEqual({ queued: 0, known: 1 });
      expect(await store.due('telegram', SEVEN)).toEqual([]);
    });

    test('all is queued, or nothing', async () => {
      await using opened = await open();
      const { store } = opened;
      const nameless = messageOf('', { reply: says('no key') });
      await expect(store.put([messageOf('a'), nameless], SEVEN)).rejects.toThrow('CHECK');
      expect(await store.counts(SEVEN)).toMatchObject({ waiting: 0 });
    });

    test('any reply comes out as it went in', async () => {
      await using opened = await open();
      const { store } = opened;
      let count = 0;
      const unchanged = fc.asyncProperty(anyReply, async (reply) => {
        count += 1;
        const chat = `-${String(count)}`;
        await store.put([messageOf(chat, { chat, reply })], SEVEN);
        expect((await claimed(store, { chat })).reply).toEqual(reply);
      });
      await fc.assert(unchanged, { numRuns: 60 });
    });
  });
}
