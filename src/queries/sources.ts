import type { Agency } from '../agencies/agency.ts';
import type { MeantPeriod, Period, PeriodAsked } from '../calendar/period.ts';
import { dayOf } from '../clock.ts';
import { isOfCounts, type Metric } from '../figures/metric.ts';
import { countedKind } from '../snapshots/counted.ts';
import type { SnapshotHead, SnapshotId } from '../snapshots/snapshot.ts';
import { wasFinal } from '../snapshots/was-final.ts';
import type { Knowledge } from './knowledge.ts';
import { computedRate, type RateState } from './rate.ts';
import { type SaidAt, saidBelow, type SaidInTables, saidOf } from './said-in-tables.ts';
import { isOfPeriods, periodsMeant, periodsOf } from './tables-asked.ts';

/** Which documents and systems the figures of an agency (or all figures) come from, newest period first. */
export type SourcesAnswer = {
  readonly kind: 'sources';
  readonly agency: Agency | null;
  /** What the tables are of, if one thing was asked about. */
  readonly metric: Metric | null;
  /** What was asked about and no table says of the agency: then they are those of everything else. */
  readonly lacking: Metric | null;
  /** The periods asked about; none = all there are. */
  readonly periods: readonly MeantPeriod[];
  /** Those of the periods asked about, and of parts of them. */
  readonly tables: readonly SourceTable[];
  /** Periods of which there are tables that were not asked for, newest first. */
  readonly otherPeriods: readonly Period[];
};

/** A table in force, and the versions it replaced, newest first: figures that were given out and then changed. */
export type SourceTable = {
  readonly snapshot: SnapshotHead;
  /** Where in its document it says what it says of the agency; null where none was named. */
  readonly saidAt: readonly SaidAt[] | null;
  readonly replaced: readonly SnapshotHead[];
  /** The overdue rate of the agency asked about, by the versions that were given out; none where there is but one. */
  readonly rates: ReadonlyMap<SnapshotId, RateState>;
};

/** Whose sources, of what and of when; null or empty = of all. */
export type SourcesAsked = {
  readonly agency: Agency | null;
  readonly metric?: Metric | null;
  readonly periods?: readonly PeriodAsked[];
};

/** Answers /nguon, of an agency or of all, in the periods asked about or in all. */
export async function askSources(
  knowledge: Knowledge,
  { agency, metric = null, periods: asked = [] }: SourcesAsked,
): Promise<SourcesAnswer> {
  const { heads, said, ...about } = await headsFor(knowledge, agency, metric);
  const periods = periodsMeant(asked, heads, dayOf(knowledge.clock.now()));
  const isAsked = asking(periods, heads);
  const tables = await withReplaced(knowledge, agency, heads.filter(isAsked));
  return {
    kind: 'sources',
    agency,
    ...about,
    periods,
    tables: tables.map((table) => ({ ...table, saidAt: said?.get(table.snapshot.id) ?? null })),
    otherPeriods: periodsOf(heads.filter((head) => !isAsked(head))),
  };
}

function isMade({ scope }: SnapshotHead): boolean {
  return countedKind(scope) === 'sample';
}

/** Made-up figures are no source where there are others, but of the period that they were asked for. */
function asking(
  periods: SourcesAnswer['periods'],
  heads: readonly SnapshotHead[],
): (head: SnapshotHead) => boolean {
  const isReal = heads.some((head) => !isMade(head));
  return (head) => (periods.length === 0 ? !(isReal && isMade(head)) : isOfPeriods(head, periods));
}

type Heads = Pick<SourcesAnswer, 'metric' | 'lacking'> & {
  readonly heads: readonly SnapshotHead[];
  /** Null where no agency was asked about, nor anything of all of them. */
  readonly said: SaidInTables | null;
};

/** All tables in force that say something at all, or those that say what is asked of an agency, or else anything. */
async function headsFor(
  knowledge: Knowledge,
  agency: Agency | null,
  metric: Metric | null,
): Promise<Heads> {
  const all = await knowledge.snapshots.heads();
  const telling = (said: SaidInTables) => all.filter(({ id }) => said.has(id));
  if (metric !== null) {
    const said = await saidOn(knowledge, agency, metric);
    if (said.size > 0) return { heads: telling(said), said, metric, lacking: null };
  }
  if (agency === null) {
    const lacking = metric === null || isOfCounts(metric) ? null : metric;
    return { heads: await withFigures(knowledge, all), said: null, metric: null, lacking };
  }
  const said = await saidOf(knowledge, agency, null);
  return { heads: telling(said), said, metric: null, lacking: metric };
}

/** Of nobody in particular: of whoever publishes it; what is counted stands in nearly every table. */
async function saidOn(
  knowledge: Knowledge,
  agency: Agency | null,
  metric: Metric,
): Promise<SaidInTables> {
  const { province } = knowledge.directory;
  if (agency === null) {
    return isOfCounts(metric) ? new Map() : saidBelow(knowledge, province, metric);
  }
  const own = await saidOf(knowledge, agency, metric);
  return own.size > 0 ? own : saidBelow(knowledge, agency, metric);
}

/** Where what was counted is told no more, as its samples are gone, a table with nothing in it is in force. */
async function withFigures(
  { directory, snapshots }: Knowledge,
  heads: readonly SnapshotHead[],
): Promise<readonly SnapshotHead[]> {
  const all = directory.agencies.map(({ id }) => id);
  const telling = await Promise.all(
    heads.map(async (head) => {
      const { period, scope } = head;
      const isReported = countedKind(scope) === null;
      return isReported || (await snapshots.readingsOf(all, { period, scope })).length > 0;
    }),
  );
  return heads.filter((_, at) => telling[at]);
}

function withReplaced(
  knowledge: Knowledge,
  agency: Agency | null,
  heads: readonly SnapshotHead[],
): Promise<readonly Omit<SourceTable, 'saidAt'>[]> {
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
