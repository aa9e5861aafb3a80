import { expect, test } from 'vitest';

import { dossierStore } from '../../src/storage/dossier-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { describeDossierStore } from '../contracts/dossier-store-contract.ts';
import { dossierOf, listOf, take } from '../contracts/sample-dossiers.ts';

describeDossierStore('memory', async () => {
  const storage = openStorage(':memory:');
  return {
    store: dossierStore(storage),
    [Symbol.asyncDispose]: async () => storage.close(),
  };
});

test('a list cut off half way is not known, and taken anew it ends as if it had not been', async () => {
  using storage = openStorage(':memory:');
  const { database } = storage;
  const store = dossierStore(storage);
  const rows = Array.from({ length: 7_000 }, (_, index) => dossierOf({ code: String(index) }));
  database.exec(
    `create temp trigger cut after insert on main.dossiers when new.code = '6999'
     begin select raise(abort, 'cut off'); end`,
  );
  await expect(take(store, rows)).rejects.toThrow('cut off');
  const count = database.prepare('select count(*) from dossiers').pluck();
  expect([await store.isKnown(listOf()), await store.lists()]).toEqual([false, []]);
  expect(count.get()).toBe(6_000);
  database.exec('drop trigger cut');
  expect(await take(store, rows)).toMatchObject({ added: 1_000, unchanged: 6_000 });
  expect([await store.isKnown(listOf()), count.get()]).toEqual([true, 7_000]);
});

test('a small list that fails changes nothing at all', async () => {
  using storage = openStorage(':memory:');
  const store = dossierStore(storage);
  storage.database.exec(
    `create temp trigger cut after insert on main.dossiers when new.code = 'b'
     begin select raise(abort, 'cut off'); end`,
  );
  const rows = [dossierOf({ code: 'a' }), dossierOf({ code: 'b' })];
  await expect(take(store, rows)).rejects.toThrow('cut off');
  expect(storage.database.prepare('select count(*) from dossiers').pluck().get()).toBe(0);
  expect(store.revision()).toBe('0');
});
