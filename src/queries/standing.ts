import type { Counts } from '../figures/counts.ts';
import { atLeastPercent } from '../figures/fraction.ts';
import { headroom, neededToGetBack } from '../figures/headroom.ts';
import type { Limit } from '../figures/targets.ts';
import type { Rate } from './rate.ts';

/** Where a rate stands against a limit; tested on the exact fraction, the limit itself counts as reached. */
export type Standing = {
  readonly limit: Limit;
  readonly reached: boolean;
  /** How many more dossiers may become late under the limit; null without counts or when it is reached. */
  readonly headroom: number | null;
  /** How many further on-time dossiers bring it back under the limit; null without counts or when it is not reached. */
  readonly needed: number | null;
};

/** Compares an overdue rate with each limit, mildest first. */
export function standingsOf(
  limits: readonly Limit[],
  rate: Rate,
  counts: Counts | null,
): readonly Standing[] {
  return limits.map((limit) => {
    const reached = reaches(rate, limit);
    const counted = rate.formula === 'OVERDUE_TOTAL_OVER_HANDLED' ? counts : null;
    return {
      limit,
      reached,
      headroom: counted === null || reached ? null : headroom(counted, limit.threshold),
      needed: counted === null || !reached ? null : neededToGetBack(counted, limit.threshold),
    };
  });
}

/** Whether a rate is at or over a limit: exactly where its counts are known, else as printed. */
export function reaches(
  { hundredths, fraction }: Pick<Rate, 'hundredths' | 'fraction'>,
  { threshold }: Pick<Limit, 'threshold'>,
): boolean {
  return fraction === null ? hundredths >= threshold : atLeastPercent(fraction, threshold);
}
