import type { AgencyCounts, Fate } from './agency-counts.ts';

/** The whole. */
export const WHOLE = 10_000;

/**
 * A share of all dossiers, in ten-thousandths. Each count is parted by the largest remainder over all agencies: its sum is
 * the share of its sum, and each agency has its share, rounded down or up.
 */
export function takeShare(counts: readonly AgencyCounts[], share: number): readonly AgencyCounts[] {
  const partsBy = (fate: Fate) =>
    partsOf(
      counts.map((row) => row[fate]),
      share,
    );
  const parts: Readonly<Record<Fate, readonly number[]>> = {
    resolvedOnTime: partsBy('resolvedOnTime'),
    resolvedOverdue: partsBy('resolvedOverdue'),
    pendingWithin: partsBy('pendingWithin'),
    pendingOverdue: partsBy('pendingOverdue'),
  };
  return counts.map(({ agency }, at) => ({
    agency,
    resolvedOnTime: parts.resolvedOnTime[at] ?? 0,
    resolvedOverdue: parts.resolvedOverdue[at] ?? 0,
    pendingWithin: parts.pendingWithin[at] ?? 0,
    pendingOverdue: parts.pendingOverdue[at] ?? 0,
  }));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function partsOf(values: readonly number[], share: number): readonly number[] {
  const parts = values.map((value) => Math.floor((value * share) / WHOLE));
  const missing = Math.round((sum(values) * share) / WHOLE) - sum(parts);
  const byRemainder = values
    .map((value, at) => ({ at, remainder: (value * share) % WHOLE }))
    .sort((one, other) => other.remainder - one.remainder || one.at - other.at);
  const raised = new Set(byRemainder.slice(0, missing).map(({ at }) => at));
  return parts.map((part, at) => part + (raised.has(at) ? 1 : 0));
}
