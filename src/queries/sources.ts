import type { Agency } from '../agencies/agency.ts';
import type { Metric } from '../figures/metric.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import { wasFinal } from '../snapshots/was-final.ts';
import type { Knowledge } from './knowledge.ts';

/** Which documents and systems the figures of an agency (or all figures) come from, newest period first. */
export type SourcesAnswer = {
  readonly kind: 'sources';
  readonly agency: Agency | null;
  readonly tables: readonly SourceTable[];
};

/** A table in force, and the versions it replaced, newest first: figures that were given out and then changed. */
export type SourceTable = {
  readonly snapshot: SnapshotHead;
  readonly replaced: readonly SnapshotHead[];
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
  'serviceIndex',
];

/** Answers /nguon. */
export async function askSources(
  knowledge: Knowledge,
  agency: Agency | null,
): Promise<SourcesAnswer> {
  const heads = await knowledge.snapshots.heads();
  if (agency === null)
    return { kind: 'sources', agency, tables: await withReplaced(knowledge, heads) };
  const readings = await knowledge.snapshots.readings(agency.id);
  const statements = await Promise.all(
    PUBLISHED.map((metric) => knowledge.snapshots.statements(agency.id, metric)),
  );
  const used = new Set([...readings, ...statements.flat()].map(({ snapshot }) => snapshot.id));
  const own = heads.filter(({ id }) => used.has(id));
  return { kind: 'sources', agency, tables: await withReplaced(knowledge, own) };
}

function withReplaced(
  { snapshots }: Knowledge,
  heads: readonly SnapshotHead[],
): Promise<readonly SourceTable[]> {
  return Promise.all(
    heads.map(async (snapshot) => {
      const earlier = await snapshots.replacedHeads(snapshot.id);
      return { snapshot, replaced: earlier.filter(wasFinal) };
    }),
  );
}
