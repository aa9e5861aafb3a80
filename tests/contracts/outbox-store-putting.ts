import { describe, expect, test } from 'vitest';

import type { Reply } from '../../src/replies/reply.ts';
import { textReply } from '../../src/replies/reply.ts';
import { after, messageOf, says, SEVEN } from '../outbox/messages.ts';
import { anyReply } from '../replies/any-reply.ts';
import type { OpenOutbox } from './outbox-store-contract.ts';
import { claimed } from './outbox-store-trying.ts';
import * as fc from 'fast-check';

const SHEET = { name: 'Tờ 1', title: ['t'], columns: [], rows: [['a', 1, null]], notes: [] };

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
      const claim = await claimed(store);
      await store.settle(claim, { kind: 'sent', receipt: '1' }, SEVEN);
      expect(await store.put([messageOf('a')], SEVEN)).toEqual({ queued: 0, known: 1 });
      expect(await store.due('telegram', after(1e9))).toEqual([]);
    });

    test('all is queued, or nothing', async () => {
      await using opened = await open();
      const unreadable: Reply = { ...says('b'), snapshots: [] as never, chart: undefined as never };
      await expect(
        opened.store.put([messageOf('a'), messageOf('b', { reply: unreadable })], SEVEN),
      ).rejects.toThrow();
      expect(await opened.store.counts(SEVEN)).toMatchObject({ waiting: 0 });
    });

    test('any reply comes out as it went in', async () => {
      await using opened = await open();
      const { store } = opened;
      let count = 0;
      await fc.assert(
        fc.asyncProperty(anyReply, async (reply) => {
          count += 1;
          const chat = `-${String(count)}`;
          await store.put([messageOf(chat, { chat, reply })], SEVEN);
          expect((await claimed(store, { chat })).reply).toEqual(reply);
        }),
        { numRuns: 50 },
      );
    });
  });
}
