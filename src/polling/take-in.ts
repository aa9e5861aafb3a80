import type { Directory } from '../agencies/agency.ts';
import type { PeriodKey } from '../calendar/period.ts';
import { type Clock, dayOf } from '../clock.ts';
import type { Problem } from '../errors.ts';
import { checkHistory } from '../snapshots/check-history.ts';
import { checkSnapshot } from '../snapshots/check.ts';
import { saysTheSame } from '../snapshots/content-hash.ts';
import type { Finding } from '../snapshots/finding.ts';
import { isSameSeries } from '../snapshots/series.ts';
import { worstDoubt } from '../snapshots/severity.ts';
import type { DocumentRef, Snapshot, SnapshotId } from '../snapshots/snapshot.ts';
import type { SnapshotStore } from '../snapshots/store.ts';
import { errorsIn } from './errors-in.ts';
import type { Caused, Ledger } from './ledger.ts';
import type { Refused } from './read-all.ts';
import { readingProblems } from './reading-problems.ts';
import { refuse } from './refuse.ts';
import type { Payload, Reading } from './source.ts';
import type { Watch } from './watch.ts';

/** Composes the messages that a snapshot causes if it is stored. */
type MessagesOn = (snapshot: Snapshot) => Promise<Caused>;

/** What taking in needs. */
export type Intake = {
  readonly store: SnapshotStore & Ledger;
  readonly directory: Directory;
  readonly clock: Clock;
  /** Composes what is to be told of a reading in the transaction that stores it; without it nothing is. */
  readonly messagesOn?: MessagesOn | undefined;
  /** Watches over the sources; without it nobody does. */
  readonly watch?: Watch | undefined;
};

/**
 * What became of one reading. `stored` and `restated` as in `Recorded`; `new` only in a dry run: it would be stored,
 * and whether it changes an older version was not asked.
 */
export type TakenReading = {
  readonly outcome: 'stored' | 'unchanged' | 'restated' | 'new';
  readonly document: DocumentRef;
  readonly period: PeriodKey;
  /** How many of each. */
  readonly figures: number;
  readonly statements: number;
  readonly findings: number;
  /** Null in a dry run that would store it. */
  readonly id: SnapshotId | null;
  readonly asOf: Temporal.PlainDate;
  /** The later day that the version in force covers; null = this is the one in force, or nothing was stored. */
  readonly newerKnown: Temporal.PlainDate | null;
  /** It is kept, but what it says is hard to believe, this most of all; also while it goes on saying it. */
  readonly doubt: Finding | null;
};

/** What became of one payload: all of it was taken in, or none. */
export type TakenIn =
  | { readonly kind: 'taken'; readonly origin: string; readonly readings: readonly TakenReading[] }
  | Refused;

/** A payload and the source it came from; a dry run reads and checks, and changes nothing. */
export type Arrival = {
  readonly source: string;
  readonly payload: Payload;
  readonly dry: boolean;
  /** A keeper says that it is true, however it looks beside what was known. */
  readonly believe?: boolean;
};

/**
 * Checks a payload as a whole, then stores all its readings; or sets it aside with every reason and stores nothing. All
 * are checked before any is stored, and each again when its turn comes: two of one payload may contradict each other,
 * which is then told with the later one.
 */
export async function takeIn(arrival: Arrival, intake: Intake): Promise<TakenIn> {
  const { payload } = arrival;
  const problems = await problemsOf(arrival, intake);
  if (payload.kind === 'refused' || problems.length > 0) {
    return refuse(arrival, problems, intake);
  }
  const readings: TakenReading[] = [];
  for (const reading of payload.readings) {
    readings.push(await keep(await checked(reading, arrival, intake), arrival, intake));
  }
  return { kind: 'taken', origin: payload.origin, readings };
}

async function problemsOf(arrival: Arrival, intake: Intake): Promise<readonly Problem[]> {
  const { payload, believe = false } = arrival;
  const { directory, clock } = intake;
  if (payload.kind === 'refused') return payload.problems;
  const problems = readingProblems(payload, { directory, today: dayOf(clock.now()) });
  // Agencies that are not known cannot be looked up any further.
  if (problems.length > 0) return problems;
  const snapshots = await Promise.all(
    payload.readings.map((reading) => checked(reading, arrival, intake)),
  );
  return snapshots.flatMap((snapshot) =>
    errorsIn(snapshot, { origin: payload.origin, directory, believe }),
  );
}

async function checked(reading: Reading, arrival: Arrival, intake: Intake): Promise<Snapshot> {
  const { source, believe = false } = arrival;
  const { directory, store, clock } = intake;
  const read = { ...reading, source, fetchedAt: clock.now(), findings: [] };
  const findings = [
    ...checkSnapshot(read, directory),
    ...(await checkHistory(read, { store, directory, believe })),
  ];
  return { ...read, findings };
}

async function keep(
  snapshot: Snapshot,
  { dry }: Arrival,
  { store, messagesOn }: Intake,
): Promise<TakenReading> {
  if (dry) return taken(snapshot, await ifStored(snapshot, store));
  const messages = (await messagesOn?.(snapshot)) ?? [];
  const { kind: outcome, id } = await store.record(snapshot, messages);
  const doubts = await store.doubts(id);
  const own = doubts.flatMap(({ finding, snapshot: head }) => (head.id === id ? [finding] : []));
  const newerKnown = await newerThan(snapshot, store);
  return { ...taken(snapshot, { outcome, id }), newerKnown, doubt: worstDoubt(own) };
}

async function newerThan(
  snapshot: Snapshot,
  store: SnapshotStore,
): Promise<Temporal.PlainDate | null> {
  const inForce = (await store.heads()).find((head) => isSameSeries(head, snapshot));
  if (inForce === undefined) return null;
  return Temporal.PlainDate.compare(inForce.asOf, snapshot.asOf) > 0 ? inForce.asOf : null;
}

type Kept = Pick<TakenReading, 'outcome' | 'id'>;

async function ifStored(snapshot: Snapshot, store: SnapshotStore): Promise<Kept> {
  const heads = await store.heads();
  const same = heads.find((head) => saysTheSame(head, snapshot));
  return same === undefined ? { outcome: 'new', id: null } : { outcome: 'unchanged', id: same.id };
}

function taken(snapshot: Snapshot, kept: Kept): TakenReading {
  const { document, period, asOf, figures, statements, findings } = snapshot;
  return {
    ...kept,
    document,
    period,
    asOf,
    newerKnown: null,
    figures: figures.length,
    statements: statements.length,
    findings: findings.length,
    doubt: null,
  };
}
