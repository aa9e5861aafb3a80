import { expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import type { Binding, Subscription } from '../../src/audience/store.ts';
import { acknowledgementStore } from '../../src/storage/acknowledgement-store.ts';
import { audienceStore } from '../../src/storage/audience-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { SEVEN } from '../outbox/messages.ts';

const LOC_THO = AgencyId.parse('p-loc-tho');
const GROUP: Binding = {
  channel: 'telegram',
  chat: '-100',
  title: 'Phường Lộc Thọ',
  role: 'agency',
  agency: LOC_THO,
  boundAt: SEVEN,
  boundBy: 'telegram:1',
};
const MORNING: Subscription = {
  channel: 'telegram',
  address: { chat: '-100', topic: null },
  kind: 'morningList',
  agency: LOC_THO,
  at: Temporal.PlainTime.from('07:00'),
  weekday: null,
  whenNothing: 'say',
  since: SEVEN,
  pausedBecause: null,
};

function opened() {
  const storage = openStorage(':memory:');
  return {
    audience: audienceStore(storage),
    acknowledgements: acknowledgementStore(storage),
    outbox: outboxStore(storage),
    [Symbol.dispose]: () => storage.close(),
  };
}

test('what a group is, gets and asked for follows its new id, whoever moves it', async () => {
  using stores = opened();
  const { audience, acknowledgements, outbox } = stores;
  await audience.bind(GROUP);
  await audience.subscribe(MORNING);
  await acknowledgements.remind({ ...MORNING, at: SEVEN });
  await outbox.move('telegram', '-100', '-900');
  const address = { chat: '-900', topic: null };
  expect(await audience.bindings()).toEqual([{ ...GROUP, chat: '-900' }]);
  expect(await audience.subscriptions('morningList')).toEqual([{ ...MORNING, address }]);
  expect(await acknowledgements.remindersUntil(SEVEN)).toMatchObject([{ address }]);
});

test('moving twice, or to itself, loses nothing', async () => {
  using stores = opened();
  const { audience, outbox } = stores;
  await audience.bind(GROUP);
  await outbox.move('telegram', '-100', '-100');
  await outbox.move('telegram', '-100', '-900');
  await audience.bind({ ...GROUP, chat: '-900', role: 'leader', agency: null });
  await audience.bind(GROUP);
  await outbox.move('telegram', '-100', '-900');
  expect((await audience.bindings()).map(({ chat, role }) => [chat, role])).toEqual([
    ['-900', 'leader'],
  ]);
});
