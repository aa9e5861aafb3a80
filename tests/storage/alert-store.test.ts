import { expect, test } from 'vitest';
import * as z from 'zod';

import { alertStore } from '../../src/storage/alert-store.ts';
import { openStorage, type Storage } from '../../src/storage/open.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import {
  ALERTED,
  describeAlertStore,
  RAISED,
  settlementOf,
} from '../contracts/alert-store-contract.ts';
import { SEVEN } from '../outbox/messages.ts';

const keysIn = ({ database }: Storage) =>
  z.array(z.string()).parse(database.prepare('select key from outbox order by id').pluck().all());

describeAlertStore('SQLite', () => {
  const storage = openStorage(':memory:');
  return {
    ...alertStore(storage),
    queued: () => keysIn(storage),
    [Symbol.dispose]: () => storage.close(),
  };
});

test('when a group gets another id, what it was told follows', async () => {
  using storage = openStorage(':memory:');
  const store = alertStore(storage);
  await store.settle(settlementOf(0), SEVEN);
  await outboxStore(storage).move('telegram', '-1', '-900');
  expect(await store.alertsOf({ ...ALERTED, chat: '-900' })).toMatchObject({
    version: 1,
    states: [RAISED],
  });
  expect(await store.alertsOf(ALERTED)).toMatchObject({ version: 0, states: [] });
});
