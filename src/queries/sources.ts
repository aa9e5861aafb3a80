import type { Agency } from '../agencies/agency.ts';
import type { Metric } from '../figures/metric.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Knowledge } from './knowledge.ts';

/** Which documents and systems the figures of an agency (or all figures) come from, newest period first. */
export type SourcesAnswer = {
  readonly kind: 'sources';
  readonly agency: Agency | null;
  readonly snapshots: readonly SnapshotHead[];
};

const PUBLISHED: readonly Metric[] = [
  'overdue',
  'onTime',
  'online',
  'onlinePayment',
  'postal',
  'digitization',
  'satisfaction',
  'reformIndex',
];

/** Answers /nguon. */
export async function askSources(
  knowledge: Knowledge,
  agency: Agency | null,
): Promise<SourcesAnswer> {
  const heads = await knowledge.snapshots.heads();
  if (agency === null) return { kind: 'sources', agency, snapshots: heads };
  const readings = await knowledge.snapshots.readings(agency.id);
  const statements = await Promise.all(
    PUBLISHED.map((metric) => knowledge.snapshots.statements(agency.id, metric)),
  );
  const used = new Set([...readings, ...statements.flat()].map(({ snapshot }) => snapshot.id));
  return { kind: 'sources', agency, snapshots: heads.filter(({ id }) => used.has(id)) };
}
