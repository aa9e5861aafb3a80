import type { Agency } from '../agencies/agency.ts';
import { descendantsOf } from '../agencies/members.ts';
import type { Counts } from '../figures/counts.ts';
import { type Fraction, hundredthsOfPercent } from '../figures/fraction.ts';
import { type CountedMetric, DEFAULT_FORMULA, type FormulaId } from '../figures/metric.ts';
import { rateBy } from '../figures/rate.ts';
import { snapshotTree } from '../snapshots/snapshot-tree.ts';
import type { Reading } from '../snapshots/store.ts';
import type { Knowledge } from './knowledge.ts';

/** What the lowest units of an agency add up to, beside its printed total. */
export type RecomputedRate = {
  readonly counts: Counts;
  readonly fraction: Fraction;
  readonly hundredths: number;
  readonly units: number;
};

/**
 * Adds up the units below an agency in the reading's own snapshot; a total whose units are not all there counts as one
 * unit itself. Null when the snapshot does not have the parts, or they give no rate.
 */
export async function recomputeFromLeaves(
  { directory, snapshots }: Pick<Knowledge, 'directory' | 'snapshots'>,
  ask: {
    readonly agency: Agency;
    readonly metric: CountedMetric;
    readonly formula?: FormulaId | null;
    readonly reading: Reading;
  },
): Promise<RecomputedRate | null> {
  const { agency, metric, reading, formula } = ask;
  const { id, period, scope } = reading.snapshot;
  const below = descendantsOf(directory, agency.id).map((one) => one.id);
  const found = await snapshots.readingsOf([agency.id, ...below], { period, scope });
  const figures = found.filter(({ snapshot }) => snapshot.id === id).map(({ figure }) => figure);
  const tree = snapshotTree({ figures, period }, directory);
  const counts = tree.sumOfLeaves(agency.id);
  if (counts === null) return null;
  const result = rateBy(formula ?? DEFAULT_FORMULA[metric], counts);
  if (result.kind !== 'rate') return null;
  const { fraction } = result;
  const units = tree.leaves(agency.id).length;
  return { counts, fraction, hundredths: hundredthsOfPercent(fraction), units };
}
