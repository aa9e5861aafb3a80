import { expect, test } from 'vitest';

import { dossierStore } from '../../src/storage/dossier-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { at, dossierOf, LOC_THO, NHA_TRANG, take } from '../contracts/sample-dossiers.ts';

const LATER = { asOf: at('2026-11-24 06:30') };

test.each([
  ['agenciesInIt', [0, 1]],
  ['agenciesOfSource', [0, 0]],
] as const)('an agency with no row left in a list complete for %s', async (completeFor, open) => {
  using storage = openStorage(':memory:');
  const store = dossierStore(storage);
  const elsewhere = dossierOf({ code: 'b', agency: NHA_TRANG });
  await take(store, [dossierOf({ code: 'a' }), elsewhere]);
  const done = dossierOf({ code: 'a', state: 'done' });
  await take(store, [done], { ...LATER, completeFor });
  const due = (agency: typeof LOC_THO) => store.due(agency, at('2030-01-01'));
  expect([(await due(LOC_THO)).length, (await due(NHA_TRANG)).length]).toEqual(open);
  // The list tells of the agency that it has none.
  const [newest] = await store.lists(NHA_TRANG);
  expect(newest?.asOf.equals(LATER.asOf)).toBe(completeFor === 'agenciesOfSource');
});

test('what other sources have open is none of its business', async () => {
  using storage = openStorage(':memory:');
  const store = dossierStore(storage);
  await take(store, [dossierOf({ code: 'b', agency: NHA_TRANG })], { source: 'other' });
  await take(store, [dossierOf({ code: 'a' })], { ...LATER, completeFor: 'agenciesOfSource' });
  expect(await store.due(NHA_TRANG, at('2030-01-01'))).toHaveLength(1);
});
