import type { Agency } from '../agencies/agency.ts';
import type { CountedMetric } from '../figures/metric.ts';
import type { Reading } from '../snapshots/store.ts';
import { type Contribution, contributionsOf } from './contributions.ts';
import { type Doubt, doubtsAbout } from './doubts.ts';
import type { Knowledge } from './knowledge.ts';
import { type RecomputedRate, recomputeFromLeaves } from './recompute.ts';

/** What lies behind the rate of a table: who has the late dossiers, and what in the table does not fit together. */
type Behind = {
  readonly contributions: readonly Contribution[];
  readonly doubts: readonly Doubt[];
  readonly recomputed: RecomputedRate | null;
};

/** What lies behind the row that is cited; nothing for a rate that was only published. */
export async function behind(
  knowledge: Knowledge,
  { agency, metric }: { readonly agency: Agency; readonly metric: CountedMetric },
  reading: Reading | null,
): Promise<Behind> {
  if (reading === null) return { contributions: [], doubts: [], recomputed: null };
  const doubts = await doubtsAbout(knowledge, [{ agency, snapshot: reading.snapshot }]);
  const isWrong = doubts.some(
    ({ finding }) => finding.code === 'childrenDoNotAddUp' || finding.code === 'leavesDoNotAddUp',
  );
  return {
    contributions: await contributionsOf(knowledge, agency, reading),
    doubts,
    recomputed: isWrong ? await recomputeFromLeaves(knowledge, { agency, metric, reading }) : null,
  };
}
