import type { Directory } from '../agencies/agency.ts';
import type { PeriodKey } from '../calendar/period.ts';
import { type Clock, dayOf } from '../clock.ts';
import type { Problem } from '../errors.ts';
import { checkSnapshot } from '../snapshots/check.ts';
import { saysTheSame } from '../snapshots/content-hash.ts';
import type { DocumentRef, Snapshot } from '../snapshots/snapshot.ts';
import type { SnapshotStore } from '../snapshots/store.ts';
import { readingProblems } from './reading-problems.ts';
import type { Payload } from './source.ts';

/** What taking in needs. */
export type Intake = {
  readonly store: SnapshotStore;
  readonly directory: Directory;
  readonly clock: Clock;
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
};

/** What became of one payload: all of it was taken in, or none. */
export type TakenIn =
  | { readonly kind: 'taken'; readonly origin: string; readonly readings: readonly TakenReading[] }
  | { readonly kind: 'refused'; readonly origin: string; readonly problems: readonly Problem[] };

/** A payload and the source it came from; a dry run reads and checks, and changes nothing. */
export type Arrival = {
  readonly source: string;
  readonly payload: Payload;
  readonly dry: boolean;
};

/** A wrong name on the command line is no payload that could be set aside. */
const NOTHING_ARRIVED = new Set(['fileMissing', 'isFolder', 'sourceFailed']);

/** Checks a payload as a whole, then stores all its readings; or sets it aside with every reason and stores nothing. */
export async function takeIn(arrival: Arrival, intake: Intake): Promise<TakenIn> {
  const { payload } = arrival;
  const problems =
    payload.kind === 'refused'
      ? payload.problems
      : readingProblems(payload, {
          directory: intake.directory,
          today: dayOf(intake.clock.now()),
        });
  if (payload.kind === 'refused' || problems.length > 0) {
    return refuse(arrival, problems, intake);
  }
  const readings: TakenReading[] = [];
  const fetchedAt = intake.clock.now();
  for (const reading of payload.readings) {
    const read = { ...reading, source: arrival.source, fetchedAt, findings: [] };
    const snapshot = { ...read, findings: checkSnapshot(read, intake.directory) };
    const outcome = arrival.dry
      ? await outcomeIfStored(snapshot, intake.store)
      : (await intake.store.record(snapshot)).kind;
    readings.push(taken(snapshot, outcome));
  }
  return { kind: 'taken', origin: payload.origin, readings };
}

async function refuse(
  { source, payload, dry }: Arrival,
  problems: readonly Problem[],
  { store, clock }: Intake,
): Promise<TakenIn> {
  const { origin, contentHash: hash } = payload;
  if (!dry && !problems.every(({ code }) => NOTHING_ARRIVED.has(code))) {
    await store.quarantine({ source, origin, contentHash: hash, at: clock.now(), problems });
  }
  return { kind: 'refused', origin, problems };
}

async function outcomeIfStored(
  snapshot: Snapshot,
  store: SnapshotStore,
): Promise<TakenReading['outcome']> {
  const heads = await store.heads();
  return heads.some((head) => saysTheSame(head, snapshot)) ? 'unchanged' : 'new';
}

function taken(snapshot: Snapshot, outcome: TakenReading['outcome']): TakenReading {
  const { document, period, figures, statements, findings } = snapshot;
  return {
    outcome,
    document,
    period,
    figures: figures.length,
    statements: statements.length,
    findings: findings.length,
  };
}
