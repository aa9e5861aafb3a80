import { expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { sampleOptions } from '../../src/shell/sample-options.ts';
import { SAMPLE_SOURCE, takeSamples } from '../../src/shell/take-samples.ts';
import { sampleDossiers } from '../../src/sources/sample-dossiers/sample-dossiers.ts';
import { dossierStore } from '../../src/storage/dossier-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { day } from '../calendar/viet-nam.ts';
import { alone, ON } from '../sources/sample-dossiers/plan.ts';

const OPTIONS = sampleOptions([], ON);
const KHANH_SON = AgencyId.parse('h-khanh-son');
const KHANH_VINH = AgencyId.parse('h-khanh-vinh');
const EVER = Temporal.Instant.from('2100-01-01T00:00Z');

test('samples are counted by the store as their row says, and marked as samples', async () => {
  using storage = openStorage(':memory:');
  const store = dossierStore(storage);
  expect(await takeSamples(sampleDossiers(alone('h-khanh-vinh')), OPTIONS, store)).toBe(0);

  const asOf = Temporal.Instant.from('2026-11-23T07:00+07:00');
  const period = { from: day('2025-12-15'), to: day('2026-12-14'), asOf };
  const counts = (await store.countsIn(period)).get(KHANH_VINH);
  const early = counts?.resolvedEarly ?? NaN;
  expect({ ...counts, resolvedOnTime: early + (counts?.resolvedOnTime ?? NaN) }).toMatchObject({
    received: 1142,
    resolvedOnTime: 1087,
    resolvedOverdue: 2,
    pendingWithin: 51,
    pendingOverdue: 2,
  });
  expect(await store.lists(KHANH_VINH)).toMatchObject([{ source: SAMPLE_SOURCE, sample: true }]);
});

test('new samples take the place of earlier ones, whichever these were', async () => {
  using storage = openStorage(':memory:');
  const store = dossierStore(storage);
  await takeSamples(sampleDossiers(alone('h-khanh-son')), OPTIONS, store);
  expect((await store.due(KHANH_SON, EVER)).length).toBeGreaterThan(40);
  expect(await takeSamples(sampleDossiers(alone('h-khanh-vinh')), OPTIONS, store)).toBe(626);
  expect([await store.due(KHANH_SON, EVER), await store.lists(KHANH_SON)]).toEqual([[], []]);
  expect((await store.due(KHANH_VINH, EVER)).length).toBeGreaterThan(40);
});

/** Samples that end with a fault. */
function* broken() {
  yield* sampleDossiers(alone('h-khanh-vinh'));
  throw new RangeError('out of samples');
}

test('a fault on the way leaves the earlier ones', async () => {
  using storage = openStorage(':memory:');
  const store = dossierStore(storage);
  await takeSamples(sampleDossiers(alone('h-khanh-son')), OPTIONS, store);
  const before = await store.due(KHANH_SON, EVER);
  await expect(takeSamples(broken(), OPTIONS, store)).rejects.toThrow('out of samples');
  expect(await store.due(KHANH_SON, EVER)).toHaveLength(before.length);
  expect(await store.due(KHANH_VINH, EVER)).toEqual([]);
});
