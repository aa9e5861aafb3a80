import type { Agency } from '../agencies/agency.ts';
import { periodKey } from '../calendar/periods.ts';
import { overdueTotal } from '../figures/rate.ts';
import type { Reading, SnapshotStore } from '../snapshots/store.ts';
import type { Knowledge } from './knowledge.ts';
import type { RankingAnswer } from './ranking.ts';
import type { RateAnswer } from './rate-answer.ts';
import { snapshotOf } from './rate.ts';

/** What was counted from one day of a running period to the day its figures show now. */
export type SinceDay = {
  readonly day: Temporal.PlainDate;
  /** Dossiers more (or, below 0, fewer) than on that day; null = not given on both. */
  readonly overdue: number | null;
  readonly resolved: number | null;
  /** The unit below with the most late dossiers more than on that day; null if none has more. */
  readonly most: { readonly agency: Agency; readonly overdue: number } | null;
};

/**
 * What changed since the day before the one the figures show, or the last day before it that is known: only within one
 * table and running period. Null where no earlier day is known: reports have none.
 */
export async function sinceDayBefore(
  { snapshots }: Knowledge,
  rate: RateAnswer,
  units: RankingAnswer | null,
): Promise<SinceDay | null> {
  const state = rate.rates[0]?.state;
  if (state === undefined || rate.timeliness.provisional === null) return null;
  const { id, asOf } = snapshotOf(state);
  const ask = { snapshots, period: periodKey(rate.period), day: asOf.subtract({ days: 1 }) };
  const own = await heldAgainstDay(ask, rate.agency);
  if (own === null || own.now.snapshot.id !== id) return null;
  const rows = await Promise.all((units?.ranked ?? []).map(({ agency }) => moreLate(ask, agency)));
  const grown = rows.filter((row) => row !== null && row.overdue > 0);
  return {
    day: own.before.snapshot.asOf,
    overdue: difference(overdueIn(own.now), overdueIn(own.before)),
    resolved: difference(own.now.figure.counts.resolved, own.before.figure.counts.resolved),
    most: grown.toSorted((a, b) => (b?.overdue ?? 0) - (a?.overdue ?? 0))[0] ?? null,
  };
}

type Asked = {
  readonly snapshots: Pick<SnapshotStore, 'readings' | 'readingsAsOf'>;
  readonly period: ReturnType<typeof periodKey>;
  readonly day: Temporal.PlainDate;
};

/** The newest reading of an agency beside the one of the same table on an earlier day. */
async function heldAgainstDay(
  { snapshots, period, day }: Asked,
  { id }: Agency,
): Promise<{ readonly now: Reading; readonly before: Reading } | null> {
  const [now] = await snapshots.readings(id, period);
  if (now === undefined) return null;
  const earlier = await snapshots.readingsAsOf(id, { period, day });
  const before = earlier.find(({ snapshot }) => isSameTable(snapshot, now.snapshot));
  return before === undefined ? null : { now, before };
}

function isSameTable(a: Reading['snapshot'], b: Reading['snapshot']): boolean {
  return a.source === b.source && a.scope === b.scope && a.document.number === b.document.number;
}

async function moreLate(asked: Asked, agency: Agency) {
  const held = await heldAgainstDay(asked, agency);
  const overdue = held === null ? null : difference(overdueIn(held.now), overdueIn(held.before));
  return overdue === null ? null : { agency, overdue };
}

function overdueIn({ figure }: Reading): number | null {
  return overdueTotal(figure.counts);
}

function difference(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : now - before;
}
