import type { Agency } from '../agencies/agency.ts';
import type { Period, PeriodAsked } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import type { Metric } from '../figures/metric.ts';
import { countedKind } from '../snapshots/counted.ts';
import type { SnapshotHead, SnapshotId } from '../snapshots/snapshot.ts';
import { wasFinal } from '../snapshots/was-final.ts';
import { uniqueBy } from '../unique-by.ts';
import { choosePeriod, latestThenLongest } from './choose-period.ts';
import type { Knowledge } from './knowledge.ts';
import { computedRate, type RateState } from './rate.ts';

/** Which documents and systems the figures of an agency (or all figures) come from, newest period first. */
export type SourcesAnswer = {
  readonly kind: 'sources';
  readonly agency: Agency | null;
  /** The periods asked about; none = all there are. */
  readonly periods: readonly Period[];
  /** Those of the periods asked about, and of parts of them. */
  readonly tables: readonly SourceTable[];
  /** Periods of which there are tables that were not asked for, newest first. */
  readonly otherPeriods: readonly Period[];
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

/** Answers /nguon, of an agency or of all, in the periods asked about or in all. */
export async function askSources(
  knowledge: Knowledge,
  agency: Agency | null,
  asked: readonly PeriodAsked[] = [],
): Promise<SourcesAnswer> {
  const heads = await headsFor(knowledge, agency);
  const covered = heads.map(({ period: key, scope }) => ({ key, scope }));
  const today = dayOf(knowledge.clock.now());
  const periods = asked.flatMap((each) => {
    const choice = choosePeriod(covered, each, today);
    return (choice.kind === 'chosen' ? choice.period : choice.asked) ?? [];
  });
  const isAsked = asking(periods, heads);
  const tables = await withReplaced(knowledge, agency, heads.filter(isAsked));
  const others = heads.filter((head) => !isAsked(head)).map(({ period }) => period);
  const otherPeriods = uniqueBy(others, (key) => key).map(parsePeriodKey);
  return {
    kind: 'sources',
    agency,
    periods,
    tables,
    otherPeriods: otherPeriods.toSorted(latestThenLongest),
  };
}

function isMade({ scope }: SnapshotHead): boolean {
  return countedKind(scope) === 'sample';
}

/** Made-up figures are no source where there are others, but of the period that they were asked for. */
function asking(
  periods: readonly Period[],
  heads: readonly SnapshotHead[],
): (head: SnapshotHead) => boolean {
  const isReal = heads.some((head) => !isMade(head));
  return (head) =>
    periods.length === 0
      ? !(isReal && isMade(head))
      : periods.some((each) => isWithin(parsePeriodKey(head.period), each));
}

/** All tables in force that say something at all, or those that say something of an agency. */
async function headsFor(
  knowledge: Knowledge,
  agency: Agency | null,
): Promise<readonly SnapshotHead[]> {
  const { snapshots } = knowledge;
  const heads = await snapshots.heads();
  if (agency === null) return withFigures(knowledge, heads);
  const readings = await snapshots.readings(agency.id);
  const statements = await Promise.all(
    PUBLISHED.map((metric) => snapshots.statements(agency.id, metric)),
  );
  const used = new Set([...readings, ...statements.flat()].map(({ snapshot }) => snapshot.id));
  return heads.filter(({ id }) => used.has(id));
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

function isWithin(inner: Period, outer: Period): boolean {
  return (
    Temporal.PlainDate.compare(inner.from, outer.from) >= 0 &&
    Temporal.PlainDate.compare(inner.to, outer.to) <= 0
  );
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
