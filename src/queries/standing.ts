import type { Counts } from '../figures/counts.ts';
import { headroom, neededToGetBack } from '../figures/headroom.ts';
import { isKept, type Limit } from '../figures/limit.ts';
import type { Rate } from './rate.ts';

/** Where a rate stands against a limit. */
export type Standing = {
  readonly limit: Limit;
  readonly kept: boolean;
  /** How many more dossiers may become late while the limit is kept; null without counts or when it is not kept. */
  readonly headroom: number | null;
  /** How many further on-time dossiers bring it back under the limit; null without counts or when it is kept. */
  readonly needed: number | null;
};

/** Compares an overdue rate with each limit, mildest first. */
export function standingsOf(
  limits: readonly Limit[],
  rate: Rate,
  counts: Counts | null,
): readonly Standing[] {
  const counted = rate.formula === 'OVERDUE_TOTAL_OVER_HANDLED' ? counts : null;
  return limits.map((limit) => {
    const kept = isKept(limit, rate);
    return {
      limit,
      kept,
      headroom: counted !== null && kept ? headroom(counted, limit.threshold) : null,
      needed: counted !== null && !kept ? neededToGetBack(counted, limit.threshold) : null,
    };
  });
}
