import { expect, test } from 'vitest';

import { openJournal } from '../../src/audit/journal.ts';
import type { AuditEntry, AuditStore } from '../../src/audit/store.ts';
import { silentLog } from '../../src/log.ts';
import { auditStore } from '../../src/storage/audit-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { auditEntryOf, describeAuditStore } from '../contracts/audit-store-contract.ts';
import { HandWoundWait } from '../doubles/hand-wound-wait.ts';
import { KeptLog } from '../doubles/kept-log.ts';

describeAuditStore('a journal', () => {
  const storage = openStorage(':memory:');
  const { wait } = new HandWoundWait();
  const journal = openJournal(auditStore(storage), { wait, log: silentLog });
  return { ...journal, [Symbol.dispose]: () => storage.close() };
});

/** A store that tells what it was given together, and fails while it is told to. */
function listeningStore() {
  const batches: (readonly AuditEntry[])[] = [];
  const state = { isFull: false };
  const store: AuditStore = {
    async add(entries) {
      if (state.isFull) throw new Error('disk full');
      batches.push(entries);
    },
    find: () => Promise.resolve(null),
    latest: () => Promise.resolve([]),
    toldOf: () => Promise.resolve([]),
    forgetBefore: () => Promise.resolve(0),
  };
  const typed = () => batches.map((batch) => batch.map((entry) => entry.typed));
  return { store, state, typed };
}

const entries = (...typed: readonly string[]) => typed.map((text) => auditEntryOf({ typed: text }));

test('entries of a second are written together', async () => {
  const { store, typed } = listeningStore();
  const winder = new HandWoundWait();
  const journal = openJournal(store, { wait: winder.wait, log: silentLog });
  await journal.add(entries('1'));
  await journal.add(entries('2'));
  expect(typed()).toEqual([]);
  expect(winder.open).toEqual([1000]);
  await winder.pass(1000);
  await journal.add(entries('3'));
  await journal.close();
  expect(typed()).toEqual([['1', '2'], ['3']]);
});

test('closing writes what waits, and again nothing', async () => {
  const { store, typed } = listeningStore();
  const winder = new HandWoundWait();
  const journal = openJournal(store, { wait: winder.wait, log: silentLog });
  await journal.add(entries('1'));
  await journal.close();
  await journal.close();
  expect([typed(), winder.open]).toEqual([[['1']], []]);
});

test('what cannot be written is told, and written with the next in its order', async () => {
  const { store, state, typed } = listeningStore();
  const winder = new HandWoundWait();
  const log = new KeptLog();
  const journal = openJournal(store, { wait: winder.wait, log });
  state.isFull = true;
  await journal.add(entries('1'));
  await winder.pass(1000);
  expect(await log.line('audit.notWritten')).toMatchObject({ fields: { entries: 1 } });
  state.isFull = false;
  await journal.add(entries('2'));
  await winder.pass(1000);
  await journal.close();
  expect(typed()).toEqual([['1', '2']]);
});
