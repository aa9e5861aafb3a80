import { expect, test } from 'vitest';

import { dossierStore } from '../../src/storage/dossier-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { at, dossierOf, LOC_THO, NHA_TRANG, take } from '../contracts/sample-dossiers.ts';

const EVER = at('2030-01-01');
const MONDAY = at('2026-11-23 06:30');
const TUESDAY = at('2026-11-24 06:30');

function opened() {
  const storage = openStorage(':memory:');
  const store = dossierStore(storage);
  const due = async (agency = LOC_THO) =>
    (await store.due(agency, EVER)).map(({ code, step }) => `${code}: ${step ?? ''}`);
  return { store, due, [Symbol.dispose]: () => storage.close() };
}

test('a dossier that two sources show is one, and belongs to the one that told of it last', async () => {
  using one = opened();
  const { store, due } = one;
  const rows = [dossierOf({ code: 'a' }), dossierOf({ code: 'b' })];
  await take(store, rows, { source: 'file', asOf: MONDAY });
  const changes = await take(store, rows, { source: 'mot-cua', asOf: MONDAY });
  expect(changes).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  expect(await due()).toEqual(['a: Thẩm định', 'b: Thẩm định']);
  // Nothing of the agency is open in the other any more: its list is not what is told of it.
  expect((await store.lists(LOC_THO)).map(({ source }) => source)).toEqual(['mot-cua']);
  const span = { from: at('2026-09-15').toZonedDateTimeISO('+07:00').toPlainDate() };
  const to = Temporal.PlainDate.from('2026-12-14');
  const counts = await store.countsIn({ ...span, to, asOf: MONDAY });
  expect(counts.get(LOC_THO)?.pending).toBe(2);
});

test('what an older list of another source shows does not undo what is newer, and is not added beside it', async () => {
  using one = opened();
  const { store, due } = one;
  await take(store, [dossierOf({ code: 'a', step: 'Ký duyệt' })], { source: 'b', asOf: TUESDAY });
  await take(store, [dossierOf({ code: 'a' })], { source: 'a', asOf: MONDAY });
  expect(await due()).toEqual(['a: Ký duyệt']);
});

test('what was taken over is closed by the list that no longer shows it', async () => {
  using one = opened();
  const { store, due } = one;
  const rows = [dossierOf({ code: 'a' }), dossierOf({ code: 'b' })];
  await take(store, rows, { source: 'file', asOf: MONDAY });
  await take(store, rows, { source: 'mot-cua', asOf: MONDAY });
  const list = { source: 'mot-cua', asOf: TUESDAY, completeFor: 'agenciesInIt' } as const;
  expect(await take(store, rows.slice(1), list)).toMatchObject({ disappeared: 1 });
  expect(await due()).toEqual(['b: Thẩm định']);
});

test('a source keeps what another does not show, and is still told of', async () => {
  using one = opened();
  const { store, due } = one;
  const own = dossierOf({ code: 'own' });
  await take(store, [own, dossierOf({ code: 'both' })], { source: 'a', asOf: MONDAY });
  const list = { source: 'b', asOf: TUESDAY, completeFor: 'agenciesInIt' } as const;
  expect(await take(store, [dossierOf({ code: 'both' })], list)).toMatchObject({ disappeared: 0 });
  expect(await due()).toEqual(['both: Thẩm định', 'own: Thẩm định']);
  expect((await store.lists(LOC_THO)).map(({ source }) => source)).toEqual(['b', 'a']);
});

test('one whose agency is another one by now leaves nothing behind', async () => {
  using one = opened();
  const { store, due } = one;
  await take(store, [dossierOf({ code: 'a' })], { source: 'a', asOf: MONDAY });
  await take(store, [dossierOf({ code: 'a', agency: NHA_TRANG })], { source: 'b', asOf: TUESDAY });
  expect([await due(LOC_THO), (await due(NHA_TRANG)).length]).toEqual([[], 1]);
});

test('made-up lists take nothing, and nothing is taken from them', async () => {
  using one = opened();
  const { store } = one;
  const rows = [dossierOf({ code: 'a' })];
  await take(store, rows, { source: 'real', asOf: MONDAY });
  expect(await take(store, rows, { source: 'mau', sample: true })).toMatchObject({ added: 1 });
  expect(await take(store, rows, { source: 'real', asOf: TUESDAY })).toMatchObject({ added: 0 });
  expect(await store.removeSource('mau')).toBe(1);
  expect(await store.due(LOC_THO, EVER)).toHaveLength(1);
});
