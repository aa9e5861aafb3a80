import type { Counts } from './counts.ts';
import { overdueTotal, sum } from './rate.ts';

/** Numbers of dossiers that agencies can be put in order by. */
export type Tally = 'overdue' | 'onTime' | BalanceTally | PartTally;

/** Numbers of the balance. */
type BalanceTally = 'received' | 'resolved' | 'pending';

/** Numbers that what is late, or was resolved in time, is made up of. */
export type PartTally = 'resolvedOverdue' | 'pendingOverdue' | 'resolvedEarly';

/**
 * What an order goes by, as it was said: the rate, the number of dossiers the metric is about ("số hồ sơ trễ hạn"), a
 * part of it ("đang giải quyết trễ hạn"), or one number of the balance.
 */
export type RankedBy = 'rate' | 'count' | BalanceTally | PartTally;

/**
 * The number to put in order; null for an order by rate. The balance has no rate: it goes by what was received, unless
 * another of its numbers was said.
 */
export function tallyFor(
  metric: 'overdue' | 'onTime' | 'dossiers',
  by: RankedBy | null,
): Tally | null {
  if (metric === 'dossiers') return by === 'resolved' || by === 'pending' ? by : 'received';
  if (by === 'count') return metric;
  return isPart(by) && METRIC_OF_PART[by] === metric ? by : null;
}

/** Whether an order, or a number asked for, is only a part of what its metric is about. */
export function isPart(by: RankedBy | Tally | null): by is PartTally {
  return by !== null && Object.hasOwn(METRIC_OF_PART, by);
}

/** What a number of dossiers is asked of. */
export function metricOfTally(tally: Tally): 'overdue' | 'onTime' | 'dossiers' {
  if (tally === 'overdue' || tally === 'onTime') return tally;
  return isPart(tally) ? METRIC_OF_PART[tally] : 'dossiers';
}

const METRIC_OF_PART: Readonly<Record<PartTally, 'overdue' | 'onTime'>> = {
  resolvedOverdue: 'overdue',
  pendingOverdue: 'overdue',
  resolvedEarly: 'onTime',
};

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
    case 'resolvedOverdue':
    case 'pendingOverdue':
    case 'resolvedEarly':
      return counts[tally];
  }
}
