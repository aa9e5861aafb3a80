import type { Agency } from '../agencies/agency.ts';
import type { Counts } from '../figures/counts.ts';
import { type Fraction, hundredthsOfPercent } from '../figures/fraction.ts';
import { rateBy } from '../figures/rate.ts';
import { sumCounts } from '../figures/sum-counts.ts';
import type { Reading, SnapshotStore } from '../snapshots/store.ts';
import { type CountedMetric, DEFAULT_FORMULA } from './rate.ts';

/** What the lowest units of an agency add up to, beside its printed total. */
export type RecomputedRate = {
  readonly counts: Counts;
  readonly fraction: Fraction;
  readonly hundredths: number;
  readonly units: number;
};

/** Adds up the leaves in the reading's own snapshot; null if any of them is missing there. */
export async function recomputeFromLeaves(
  snapshots: SnapshotStore,
  ask: {
    readonly leaves: readonly Agency[];
    readonly metric: CountedMetric;
    readonly reading: Reading;
  },
): Promise<RecomputedRate | null> {
  const { period, scope } = ask.reading.snapshot;
  const ids = ask.leaves.map(({ id }) => id);
  const found = await snapshots.readingsOf(ids, { period, scope });
  const units = found.filter(({ snapshot }) => snapshot.id === ask.reading.snapshot.id);
  if (units.length === 0) return null;
  const counts = sumCounts(units.map(({ figure }) => figure.counts));
  const result = rateBy(DEFAULT_FORMULA[ask.metric], counts);
  if (result.kind !== 'rate') return null;
  const { fraction } = result;
  return { counts, fraction, hundredths: hundredthsOfPercent(fraction), units: units.length };
}
