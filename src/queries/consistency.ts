import type { Agency } from '../agencies/agency.ts';
import { belongingTo } from '../agencies/members.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import type { Finding } from '../snapshots/finding.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { FindingReading } from '../snapshots/store.ts';
import { askedFor } from './choose-period.ts';
import type { Knowledge } from './knowledge.ts';
import { type RateAnswer, askRate } from './rate-answer.ts';

/** All findings about one agency in one snapshot. */
export type AgencyFindings = {
  readonly agency: Agency;
  readonly snapshot: SnapshotHead;
  readonly findings: readonly Finding[];
  /** Printed and recomputed rate side by side, where a total is wrong. */
  readonly rate: RateAnswer | null;
};

/** Where official figures contradict themselves: real contradictions first, unexplained remainders apart. */
export type ConsistencyAnswer = {
  readonly kind: 'consistency';
  readonly agency: Agency;
  readonly contradictions: readonly AgencyFindings[];
  readonly unaccounted: readonly (Extract<Finding, { code: 'receivedUnaccounted' }> & {
    readonly of: Agency;
  })[];
  /** How many current snapshots were looked at. */
  readonly snapshots: readonly SnapshotHead[];
};

/** Answers /doi-chieu for an agency and all that belongs to it; to a district office also the communes of its place. */
export async function askConsistency(
  knowledge: Knowledge,
  agency: Agency,
): Promise<ConsistencyAnswer> {
  const scope = new Set([
    agency.id,
    ...belongingTo(knowledge.directory, agency.id).map(({ id }) => id),
  ]);
  const all = await knowledge.snapshots.findings();
  const here = all.filter(({ finding }) => scope.has(finding.agency));
  const groups = Map.groupBy(
    here.filter(({ finding }) => finding.code !== 'receivedUnaccounted'),
    ({ finding, snapshot }) => `${String(snapshot.id)} ${finding.agency}`,
  );
  const contradictions = await Promise.all(
    [...groups.values()].map((group) => describe(knowledge, group)),
  );
  return {
    kind: 'consistency',
    agency,
    contradictions: contradictions
      .flatMap((item) => (item === null ? [] : [item]))
      .toSorted((a, b) => depth(knowledge, b.agency) - depth(knowledge, a.agency)),
    unaccounted: here
      .flatMap(({ finding }) =>
        finding.code === 'receivedUnaccounted'
          ? [{ ...finding, of: knowledge.directory.get(finding.agency) }]
          : [],
      )
      .toSorted((a, b) => b.unaccounted - a.unaccounted),
    snapshots: await knowledge.snapshots.heads(),
  };
}

async function describe(
  knowledge: Knowledge,
  group: readonly FindingReading[],
): Promise<AgencyFindings | null> {
  const first = group[0];
  if (first === undefined) return null;
  const agency = knowledge.directory.get(first.finding.agency);
  const period = askedFor(parsePeriodKey(first.snapshot.period));
  const rate = await askRate(knowledge, { agency, metric: 'overdue', period, others: [] });
  return {
    agency,
    snapshot: first.snapshot,
    findings: group.map(({ finding }) => finding),
    rate: rate.kind === 'rate' ? rate : null,
  };
}

/** The deepest total is the cause, those above it only carry it on. */
function depth(knowledge: Knowledge, agency: Agency): number {
  return agency.parent === null ? 0 : 1 + depth(knowledge, knowledge.directory.get(agency.parent));
}
