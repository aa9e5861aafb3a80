import type { Counts } from './counts.ts';
import { overdueTotal, sum } from './rate.ts';

/** Numbers of dossiers that agencies can be put in order by. */
export type Tally = 'overdue' | 'onTime' | 'received' | 'resolved' | 'pending';

/**
 * What an order goes by, as it was said: the rate, the number of dossiers the metric is about ("số hồ sơ trễ hạn"), or
 * one number of the balance.
 */
export type RankedBy = 'rate' | 'count' | 'received' | 'resolved' | 'pending';

/**
 * The number to put in order; null for an order by rate. The balance has no rate: it goes by what was received, unless
 * another of its numbers was said.
 */
export function tallyFor(
  metric: 'overdue' | 'onTime' | 'dossiers',
  by: RankedBy | null,
): Tally | null {
  if (metric === 'dossiers') return by === 'resolved' || by === 'pending' ? by : 'received';
  return by === 'count' ? metric : null;
}

/** The number itself; null if the source does not give it. */
export function tallied(counts: Counts, tally: Tally): number | null {
  switch (tally) {
    case 'overdue':
      return overdueTotal(counts);
    case 'onTime':
      return sum(counts, ['resolvedEarly', 'resolvedOnTime']);
    case 'received':
    case 'resolved':
    case 'pending':
      return counts[tally];
  }
}
