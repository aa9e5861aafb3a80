import type { Agency } from '../agencies/agency.ts';
import { type CountedMetric, type FormulaId, otherFormula } from '../figures/metric.ts';
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

type Asked = {
  readonly agency: Agency;
  readonly metric: CountedMetric;
  readonly formula?: FormulaId | null;
};

/** What lies behind the row that is cited; nothing for a rate that was only published. */
export async function behind(
  knowledge: Knowledge,
  { agency, metric, formula = null }: Asked,
  reading: Reading | null,
): Promise<Behind> {
  if (reading === null) return { contributions: [], doubts: [], recomputed: null };
  const isDefault = otherFormula(formula, metric) === null;
  const doubts = await doubtsAbout(knowledge, [{ agency, snapshot: reading.snapshot }]);
  const isWrong = doubts.some(
    ({ finding }) => finding.code === 'childrenDoNotAddUp' || finding.code === 'leavesDoNotAddUp',
  );
  return {
    // Late dossiers of another formula are others: whose they are is told by the default alone.
    contributions: isDefault ? await contributionsOf(knowledge, agency, reading) : [],
    doubts,
    recomputed: isWrong
      ? await recomputeFromLeaves(knowledge, { agency, metric, formula, reading })
      : null,
  };
}
