import type { Agency } from '../agencies/agency.ts';
import type { FindingReading, Reading } from '../snapshots/store.ts';
import { type Contribution, contributionsOf } from './contributions.ts';
import type { Knowledge } from './knowledge.ts';
import type { CountedMetric } from './rate.ts';
import { type RecomputedRate, recomputeFromLeaves } from './recompute.ts';

/** What lies behind the rate of a table: who has the late dossiers, and what in the table does not fit together. */
type Behind = {
  readonly contributions: readonly Contribution[];
  readonly findings: readonly FindingReading[];
  readonly recomputed: RecomputedRate | null;
};

/** What lies behind the row that is cited; nothing for a rate that was only published. */
export async function behind(
  knowledge: Knowledge,
  { agency, metric }: { readonly agency: Agency; readonly metric: CountedMetric },
  reading: Reading | null,
): Promise<Behind> {
  if (reading === null) return { contributions: [], findings: [], recomputed: null };
  const findings = await findingsIn(knowledge, reading);
  const isWrong = findings.some(
    ({ finding }) => finding.code === 'childrenDoNotAddUp' || finding.code === 'leavesDoNotAddUp',
  );
  return {
    contributions: await contributionsOf(knowledge, agency, reading),
    findings,
    recomputed: isWrong ? await recomputeFromLeaves(knowledge, { agency, metric, reading }) : null,
  };
}

/** What is wrong with the table that is cited; other tables of the period have their own faults. */
export async function findingsIn(
  { snapshots }: Knowledge,
  { figure, snapshot: cited }: Reading,
): Promise<readonly FindingReading[]> {
  const findings = await snapshots.findings(figure.agency);
  return findings.filter(({ snapshot }) => snapshot.id === cited.id);
}
