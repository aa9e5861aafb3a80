import { expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { takeSamples, type Taking } from '../../src/shell/take-samples.ts';
import { SAMPLE_DOSSIERS } from '../../src/sources/named-source.ts';
import type { Sample } from '../../src/sources/sample-dossiers/make-dossier.ts';
import { dossierStore } from '../../src/storage/dossier-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { day } from '../calendar/viet-nam.ts';
import { alone } from '../sources/sample-dossiers/plan.ts';

const KHANH_SON = AgencyId.parse('h-khanh-son');
const KHANH_VINH = AgencyId.parse('h-khanh-vinh');
const DIEN_KHANH = AgencyId.parse('h-dien-khanh');
const EVER = Temporal.Instant.from('2100-01-01T00:00Z');

const taking = (id: string, store: Taking['store']): Taking => ({
  plan: alone(id),
  watch: (samples) => samples,
  store,
});

test('samples are counted by the store as their row says, and marked as samples', async () => {
  using storage = openStorage(':memory:');
  const store = dossierStore(storage);
  expect(await takeSamples(taking('h-khanh-vinh', store))).toBe(0);

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
  expect(await store.lists(KHANH_VINH)).toMatchObject([{ source: SAMPLE_DOSSIERS, sample: true }]);
});

test('new samples take the place of earlier ones, whichever these were', async () => {
  using storage = openStorage(':memory:');
  const store = dossierStore(storage);
  await takeSamples(taking('h-khanh-son', store));
  expect((await store.due(KHANH_SON, EVER)).length).toBeGreaterThan(40);
  expect(await takeSamples(taking('h-khanh-vinh', store))).toBe(626);
  expect([await store.due(KHANH_SON, EVER), await store.lists(KHANH_SON)]).toEqual([[], []]);
  expect((await store.due(KHANH_VINH, EVER)).length).toBeGreaterThan(40);
});

/** Samples that end with a fault. */
function* broken(samples: Iterable<Sample>): Generator<Sample> {
  yield* samples;
  throw new RangeError('out of samples');
}

test('a fault on the way leaves the earlier ones', async () => {
  using storage = openStorage(':memory:');
  const store = dossierStore(storage);
  await takeSamples(taking('h-khanh-son', store));
  const before = await store.due(KHANH_SON, EVER);
  const taken = takeSamples({ ...taking('h-khanh-vinh', store), watch: broken });
  await expect(taken).rejects.toThrow('out of samples');
  expect(await store.due(KHANH_SON, EVER)).toHaveLength(before.length);
  expect(await store.due(KHANH_VINH, EVER)).toEqual([]);
});

test('the morning before is known, so that a list can tell what is new and what is done', async () => {
  using storage = openStorage(':memory:');
  const store = dossierStore(storage);
  await takeSamples(taking('h-dien-khanh', store));
  const friday = Temporal.Instant.from('2026-11-20T06:00+07:00');
  const monday = Temporal.Instant.from('2026-11-23T06:00+07:00');
  const due = await store.due(DIEN_KHANH, EVER);
  const seen = due.map(({ firstSeenAt }) => firstSeenAt.toString());
  expect(new Set(seen)).toEqual(new Set([friday.toString(), monday.toString()]));
  const isNew = (moment: Temporal.Instant | null) =>
    moment !== null && Temporal.Instant.compare(moment, friday) > 0;
  for (const { receivedAt, firstSeenAt } of due) {
    expect(firstSeenAt.equals(isNew(receivedAt) ? monday : friday)).toBe(true);
  }
  const closed = await store.closed(DIEN_KHANH, { from: friday, to: monday });
  const cleared = closed.filter(({ firstSeenAt }) => firstSeenAt.equals(friday));
  expect(cleared.length).toBeGreaterThan(0);
  expect(closed.every(({ wentBack }) => wentBack === 0)).toBe(true);
});
