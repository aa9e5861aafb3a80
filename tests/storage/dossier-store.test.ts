import { expect, test } from 'vitest';

import { dossierStore } from '../../src/storage/dossier-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { describeDossierStore } from '../contracts/dossier-store-contract.ts';
import { at, dossierOf, listOf, take } from '../contracts/sample-dossiers.ts';
import { hurried } from './hurried.ts';

/** Finds no turn over. */
const patient = () => 0;

describeDossierStore('memory', async () => {
  const storage = openStorage(':memory:');
  return {
    store: dossierStore(storage, hurried()),
    [Symbol.asyncDispose]: async () => storage.close(),
  };
});

test('a list cut off half way is not known, and taken anew it ends as if it had not been', async () => {
  using storage = openStorage(':memory:');
  const { database } = storage;
  const store = dossierStore(storage, hurried());
  const rows = Array.from({ length: 7_000 }, (_, index) => dossierOf({ code: String(index) }));
  database.exec(
    `create temp trigger cut after insert on main.dossiers when new.code = '6999'
     begin select raise(abort, 'cut off'); end`,
  );
  await expect(take(store, rows)).rejects.toThrow('cut off');
  const count = database.prepare('select count(*) from dossiers').pluck();
  expect([await store.isKnown(listOf()), await store.lists()]).toEqual([false, []]);
  expect(count.get()).toBe(6_500);
  const others = [{ source: 'khac' }, { origin: 'khac.csv' }, { contentHash: 'b'.repeat(64) }];
  const begun = await Promise.all([{}, ...others].map((one) => store.isBegun(listOf(one))));
  expect(begun).toEqual([true, false, false, false]);
  database.exec('drop trigger cut');
  expect(await take(store, rows)).toMatchObject({ added: 500, unchanged: 6_500 });
  expect([await store.isKnown(listOf()), count.get()]).toEqual([true, 7_000]);
});

test('what a list has brought that was cut off can be removed, and what was cut off while it was removed comes again', async () => {
  using storage = openStorage(':memory:');
  const { database } = storage;
  const store = dossierStore(storage, hurried());
  const rows = Array.from({ length: 2_800 }, (_, index) => dossierOf({ code: String(index) }));
  await take(store, rows);
  database.exec(
    `create temp trigger cut before delete on main.dossiers when old.code = '999'
     begin select raise(abort, 'cut off'); end`,
  );
  await expect(store.removeSource('mot-cua')).rejects.toThrow('cut off');
  database.exec('drop trigger cut');
  expect([await store.isKnown(listOf()), await store.sources()]).toEqual([false, ['mot-cua']]);
  await take(store, rows);
  expect(await store.removeSource('mot-cua')).toBe(2_800);
  expect(await store.sources()).toEqual([]);
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

test('what takes no time is done in one turn, however many rows there are', async () => {
  using storage = openStorage(':memory:');
  const store = dossierStore(storage, patient);
  const stage = await store.stage(listOf());
  await stage.add(Array.from({ length: 7_000 }, (_, index) => dossierOf({ code: String(index) })));
  const before = Number(store.revision());
  const changes = stage.apply();
  const seen = new Set<number>();
  const count = storage.database.prepare('select count(*) from dossiers').pluck();
  while (!(await store.isKnown(listOf()))) {
    seen.add(Number(count.get()));
    await new Promise(setImmediate);
  }
  expect(await changes).toMatchObject({ added: 7_000 });
  expect([...seen]).toEqual([0]);
  expect(Number(store.revision())).toBeGreaterThan(before);
});

test('a row that no longer makes sense is not believed', async () => {
  using storage = openStorage(':memory:');
  const store = dossierStore(storage);
  const dossier = dossierOf();
  await take(store, [dossier]);
  storage.database.exec('pragma ignore_check_constraints = on; update dossiers set sensitive = 2');
  await expect(store.due(dossier.agency, at('2027-01-01'))).rejects.toThrow('invalid');
});
