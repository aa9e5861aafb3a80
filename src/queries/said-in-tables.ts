import type { Agency } from '../agencies/agency.ts';
import { belongingTo } from '../agencies/members.ts';
import { isCounted, Metric } from '../figures/metric.ts';
import type { SnapshotId } from '../snapshots/snapshot.ts';
import type { Reading, StatementReading } from '../snapshots/store.ts';
import { uniqueBy } from '../unique-by.ts';
import type { Knowledge } from './knowledge.ts';
import { computedRate } from './rate.ts';

/** Where in its document a table says something of an agency, and of what; never empty. */
export type SaidAt = { readonly place: string; readonly metrics: readonly Metric[] };

/** By table, in the order of its rows and statements. */
export type SaidInTables = ReadonlyMap<SnapshotId, readonly SaidAt[]>;

type One = { readonly id: SnapshotId; readonly place: string; readonly metric: Metric };

type Store = Pick<Knowledge, 'snapshots'>;

/** What tables in force say of an agency, and where: of one metric, or of every one (null). */
export async function saidOf(
  { snapshots }: Store,
  agency: Agency,
  metric: Metric | null,
): Promise<SaidInTables> {
  const readings = await snapshots.readings(agency.id);
  const asked = metric === null ? Metric.options : [metric];
  const stated = await Promise.all(asked.map((one) => snapshots.statements(agency.id, one)));
  return byTable([
    ...readings.flatMap((reading) => readAs(reading, metric)),
    ...stated.flat().map(statedAs),
  ]);
}

/** The same of the agencies below one: a survey asks about blocks, and the province has no score of its own. */
export async function saidBelow(
  { directory, snapshots }: Pick<Knowledge, 'directory' | 'snapshots'>,
  agency: Agency,
  metric: Metric,
): Promise<SaidInTables> {
  const isProvince = agency.id === directory.province.id;
  const below = new Set(belongingTo(directory, agency.id).map(({ id }) => id));
  const heads = await snapshots.heads();
  const periods = uniqueBy(heads, ({ period }) => period).map(({ period }) => period);
  const found = await Promise.all(periods.map((period) => snapshots.statementsOn(metric, period)));
  const ofThem = found.flat().filter(({ statement }) => isProvince || below.has(statement.agency));
  return byTable(ofThem.map(statedAs));
}

function readAs(reading: Reading, metric: Metric | null): readonly One[] {
  const { id, document } = reading.snapshot;
  const isTold =
    metric === null ||
    metric === 'dossiers' ||
    (isCounted(metric) && computedRate(metric, reading) !== null);
  return isTold ? [{ id, place: document.place, metric: metric ?? 'dossiers' }] : [];
}

function statedAs({ snapshot, statement }: StatementReading): One {
  const { id, document } = snapshot;
  return { id, place: statement.place ?? document.place, metric: statement.metric };
}

function byTable(all: readonly One[]): SaidInTables {
  const tables = Map.groupBy(all, ({ id }) => id);
  return new Map(
    Array.from(tables, ([id, some]) => {
      const places = Map.groupBy(some, ({ place }) => place);
      return [id, Array.from(places, ([place, ones]) => ({ place, metrics: metricsOf(ones) }))];
    }),
  );
}

function metricsOf(ones: readonly One[]): readonly Metric[] {
  return [...new Set(ones.map(({ metric }) => metric))];
}
