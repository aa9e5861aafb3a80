import { judgedLevel } from '../agencies/judged-level.ts';
import { isKept, type Limit, type Target } from '../figures/limit.ts';
import type { Metric } from '../figures/metric.ts';
import { mostTelling } from '../figures/telling-limit.ts';
import { countedKind } from '../snapshots/counted.ts';
import type { Knowledge } from './knowledge.ts';
import { limitsFor } from './limit-standing.ts';
import type { RateState } from './rate.ts';
import type { SideOf } from './sides.ts';

/** What a rate is held against: the limit that says most of it, or the target of its metric. */
export type Judgement =
  | { readonly kind: 'limit'; readonly limit: Limit; readonly kept: boolean }
  | { readonly kind: 'target'; readonly target: Target };

/** Null where there is no rate, or nothing is ordered for such an agency in that year. */
export function judgementOf(
  knowledge: Knowledge,
  { agency, period }: Pick<SideOf<unknown>, 'agency' | 'period'>,
  { metric, state }: { readonly metric: Metric; readonly state: RateState | null },
): Judgement | null {
  if (period === null || state?.kind !== 'rate') return null;
  const { rate } = state;
  if (metric !== 'overdue') {
    const level = judgedLevel(agency);
    const target = knowledge.targets.targetOf({ metric, level, year: period.to.year });
    return target === null ? null : { kind: 'target', target };
  }
  // A rate that is too high for want of finished dossiers is judged by nothing.
  if (countedKind(rate.snapshot.scope) === 'part') return null;
  const limits = limitsFor(knowledge, { agency, metric }, period);
  const told = mostTelling(limits.map((limit) => ({ limit, kept: isKept(limit, rate) })));
  return told === undefined ? null : { kind: 'limit', ...told };
}
