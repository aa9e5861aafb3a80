import { describe, expect, test } from 'vitest';

import { messageOf, SEVEN } from '../outbox/messages.ts';
import { claimed, dueChats, SENT } from './claimed.ts';
import type { OpenOutbox } from './outbox-store-contract.ts';

const listFor = (chat: string) => messageOf(`morning-list/2026-11-23/telegram:${chat}`, { chat });

/** What becomes of messages when a group gets another id. */
export function describeMoving(open: OpenOutbox): void {
  describe('moving', () => {
    test('a message follows its group, and others who keep the id are told', async () => {
      await using opened = await open();
      const { store } = opened;
      const topic = { address: { chat: '-5', topic: '9' } };
      await store.put([messageOf('a', topic), messageOf('b', { chat: '-51' })], SEVEN);
      await store.settle(
        await claimed(store, { chat: '-5' }),
        { kind: 'moved', to: '-100' },
        SEVEN,
      );
      expect(opened.moves).toEqual([['telegram', '-5', '-100']]);
      expect(await claimed(store, { chat: '-100' })).toMatchObject({
        address: { chat: '-100', topic: null },
        tried: { tries: 2, waits: 0, doubted: false },
      });
      expect(await dueChats(store)).toEqual(['-51']);
    });

    test('keys follow too: what was sent under the old id is not queued under the new', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.put([listFor('-5'), listFor('-51')], SEVEN);
      await store.settle(await claimed(store, { chat: '-5' }), SENT, SEVEN);
      await store.move('telegram', '-5', '-100');
      expect(await store.put([listFor('-100'), listFor('-51')], SEVEN)).toMatchObject({ known: 2 });
    });

    test('what is put for an old id goes to the newest, once', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.move('telegram', '-5', '-6');
      await store.move('telegram', '-6', '-7');
      expect(await store.put([listFor('-5'), listFor('-6'), listFor('-7')], SEVEN)).toEqual({
        queued: 1,
        known: 2,
      });
      expect(await dueChats(store)).toEqual(['-7']);
    });

    test('back and forth ends at the last', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.put([listFor('-5')], SEVEN);
      for (const [from, to] of [
        ['-5', '-6'],
        ['-6', '-5'],
        ['-5', '-5'],
      ] as const) {
        await store.move('telegram', from, to);
      }
      expect(await store.put([listFor('-6')], SEVEN)).toMatchObject({ known: 1 });
      expect(await dueChats(store)).toEqual(['-5']);
    });

    test('of two messages that meet under one key both stay', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.put([listFor('-5'), listFor('-100')], SEVEN);
      await store.move('telegram', '-5', '-100');
      expect(await store.counts(SEVEN)).toMatchObject({ waiting: 2 });
    });
  });
}
