import type { CountName, Counts } from './counts.ts';
import { overdueTotal, sum } from './rate.ts';

/** Numbers of dossiers that agencies can be put in order by. */
export type Tally = 'overdue' | 'onTime' | BalanceTally | PartTally;

/** Numbers of the balance. */
type BalanceTally = 'received' | 'resolved' | 'pending';

/** Numbers that those of the balance are made up of. */
type BalancePart =
  | 'receivedNew'
  | 'carriedOver'
  | 'receivedOnline'
  | 'receivedDirectOrPostal'
  | 'pendingWithin';

/** Numbers that what is late, was resolved in time, came in or is pending is made up of. */
export type PartTally = 'resolvedOverdue' | 'pendingOverdue' | 'resolvedEarly' | BalancePart;

/** Every number of dossiers that is neither late nor in time by itself. */
export type BalanceNumber = BalanceTally | BalancePart;

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
  if (metric === 'dossiers') return balanceNumber(by);
  if (by === 'count') return metric;
  return isPart(by) && METRIC_OF_PART[by] === metric ? by : null;
}

/** The number of the balance that was said; what was received where none was. */
export function balanceNumber(by: RankedBy | null): BalanceNumber {
  return by !== null && isOfBalance(by) ? by : 'received';
}

/** The column of a table that was asked for; null for none, and for what is computed of several. */
export function leadingCount(by: RankedBy | null): CountName | null {
  return by === null || !isCountName(by) ? null : by;
}

function isCountName(by: RankedBy): by is RankedBy & CountName {
  return by !== 'rate' && by !== 'count' && by !== 'receivedNew';
}

function isOfBalance(by: RankedBy): by is BalanceNumber {
  return by === 'resolved' || by === 'pending' || (isPart(by) && METRIC_OF_PART[by] === 'dossiers');
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

const METRIC_OF_PART: Readonly<Record<PartTally, 'overdue' | 'onTime' | 'dossiers'>> = {
  resolvedOverdue: 'overdue',
  pendingOverdue: 'overdue',
  resolvedEarly: 'onTime',
  receivedNew: 'dossiers',
  carriedOver: 'dossiers',
  receivedOnline: 'dossiers',
  receivedDirectOrPostal: 'dossiers',
  pendingWithin: 'dossiers',
};

/** The number itself; null if the source does not give it. */
export function tallied(counts: Counts, tally: Tally): number | null {
  if (tally === 'overdue') return overdueTotal(counts);
  if (tally === 'onTime') return sum(counts, ['resolvedEarly', 'resolvedOnTime']);
  return tally === 'receivedNew' ? receivedNew(counts) : counts[tally];
}

/** What came in during the period: no table has it as a column of its own, all of them count it in with the rest. */
function receivedNew({ received, carriedOver }: Counts): number | null {
  return received === null || carriedOver === null ? null : received - carriedOver;
}
