import type { Agency } from '../agencies/agency.ts';
import type { Metric } from '../figures/metric.ts';
import type { SnapshotHead, SnapshotId } from '../snapshots/snapshot.ts';
import { wasFinal } from '../snapshots/was-final.ts';
import type { Knowledge } from './knowledge.ts';
import { computedRate, type RateState } from './rate.ts';

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
  /** The overdue rate of the agency asked about, by the versions that were given out; none where there is but one. */
  readonly rates: ReadonlyMap<SnapshotId, RateState>;
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
    return { kind: 'sources', agency, tables: await withReplaced(knowledge, null, heads) };
  const readings = await knowledge.snapshots.readings(agency.id);
  const statements = await Promise.all(
    PUBLISHED.map((metric) => knowledge.snapshots.statements(agency.id, metric)),
  );
  const used = new Set([...readings, ...statements.flat()].map(({ snapshot }) => snapshot.id));
  const own = heads.filter(({ id }) => used.has(id));
  return { kind: 'sources', agency, tables: await withReplaced(knowledge, agency, own) };
}

function withReplaced(
  knowledge: Knowledge,
  agency: Agency | null,
  heads: readonly SnapshotHead[],
): Promise<readonly SourceTable[]> {
  return Promise.all(
    heads.map(async (snapshot) => {
      const earlier = await knowledge.snapshots.replacedHeads(snapshot.id);
      const replaced = earlier.filter(wasFinal);
      const isPlain = agency === null || replaced.length === 0;
      const rates = isPlain ? new Map() : await ratesIn(knowledge, agency, snapshot);
      return { snapshot, replaced, rates };
    }),
  );
}

async function ratesIn(
  { snapshots }: Knowledge,
  agency: Agency,
  { id, period }: SnapshotHead,
): Promise<ReadonlyMap<SnapshotId, RateState>> {
  const current = await snapshots.readings(agency.id, period);
  const replaced = await snapshots.replacedReadings(id, agency.id);
  const readings = [...current.filter(({ snapshot }) => snapshot.id === id), ...replaced];
  return new Map(
    readings.flatMap((reading) => {
      const state = computedRate('overdue', reading);
      return state === null ? [] : [[reading.snapshot.id, state] as const];
    }),
  );
}
