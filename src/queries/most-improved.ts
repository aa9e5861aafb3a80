import type { Agency } from '../agencies/agency.ts';
import { periodKey } from '../calendar/periods.ts';
import { type Change, changesOf } from './changes.ts';
import type { Knowledge } from './knowledge.ts';
import type { RankingAnswer } from './ranking.ts';

/** The unit whose overdue rate fell the most, and against which period. */
export type Improved = { readonly agency: Agency; readonly change: Change };

/**
 * Of ranked units the one whose rate fell the most against the same period last year, or the period before where that is
 * not known; only like is held against like. Null if none fell.
 */
export async function mostImproved(
  knowledge: Knowledge,
  { ranked, metric, period }: RankingAnswer,
): Promise<Improved | null> {
  const key = periodKey(period);
  const all = await Promise.all(
    ranked.map(async ({ agency, rate }) => {
      const statements = await knowledge.snapshots.statements(agency.id, metric, key);
      const rates = [{ kind: 'rate', rate } as const];
      const { changes } = await changesOf(knowledge, { agency, metric, period, rates, statements });
      return changes.slice(0, 1).map((change) => ({ agency, change }));
    }),
  );
  const fallen = all.flat().filter(({ change }) => change.points < 0);
  return fallen.toSorted((a, b) => a.change.points - b.change.points)[0] ?? null;
}
