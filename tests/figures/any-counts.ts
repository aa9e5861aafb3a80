import * as fc from 'fast-check';

import { type Counts, NO_COUNTS } from '../../src/figures/counts.ts';

/** Counts that balance: parts give their totals; nothing at all is among them. */
export const anyCounts: fc.Arbitrary<Counts> = countsUpTo(50_000);

/** Counts that balance, each column up to `max`. */
export function countsUpTo(max: number): fc.Arbitrary<Counts> {
  const number = fc.oneof(fc.constant(0), fc.nat(5), fc.nat(max));
  return fc
    .record({
      resolvedOnTime: number,
      resolvedOverdue: number,
      pendingWithin: number,
      pendingOverdue: number,
    })
    .map((parts) => ({
      ...NO_COUNTS,
      ...parts,
      resolved: parts.resolvedOnTime + parts.resolvedOverdue,
      pending: parts.pendingWithin + parts.pendingOverdue,
    }));
}
