import { ZONE } from '../clock.ts';
import type { Counts } from '../figures/counts.ts';
import { clockOf } from './clock.ts';
import type { Dossier } from './dossier.ts';

/** What counting needs of a dossier. Moments in milliseconds: hundreds of thousands are counted at a time. */
export type Countable = Pick<Dossier, 'state' | 'test' | 'channel'> & {
  /** When it was received or, where no list tells, first seen. */
  readonly receivedAt: number;
  readonly dueAt: number | null;
  readonly closedAt: number | null;
};

/** How a closed dossier ended, as form II.06a tells apart. */
export type DossierOutcome = 'early' | 'onTime' | 'overdue';

/**
 * `from` inclusive, `until` exclusive; `asOf`: when the lists are of. What happened at that very moment they tell: a dossier
 * that is missing from a list is closed as of it.
 */
export type CountedSpan = { readonly from: number; readonly until: number; readonly asOf: number };

/** In which columns of form II.06a one dossier is counted: one of those for receiving, one of those for its end. */
export type CountedIn = {
  readonly reception: 'receivedOnline' | 'receivedDirectOrPostal' | 'carriedOver';
  readonly end:
    | 'resolvedEarly'
    | 'resolvedOnTime'
    | 'resolvedOverdue'
    | 'pendingWithin'
    | 'pendingOverdue';
};

const DAY = 86_400_000;
/** Vietnam has kept no summer time since 1975, so that local days are plain arithmetic. */
const OFFSET =
  Temporal.Instant.fromEpochMilliseconds(0)
    .add({ hours: 24 * 365 * 20 })
    .toZonedDateTimeISO(ZONE).offsetNanoseconds / 1e6;

/**
 * Whether a dossier is one of the statistics: one that is only registered or was refused was never received
 * (domain.md 8), and one left from a test never was.
 */
export function isCounted({ state, test }: Pick<Countable, 'state' | 'test'>): boolean {
  return !test && state !== 'registered' && state !== 'rejected';
}

/**
 * How a dossier that closed at a moment ended. One withdrawn or stopped counts as on time: the form's printed remark
 * puts what was returned or withdrawn there, and that is how its balance closes (domain.md 7, P17). Early is a day
 * before the day of the appointment or sooner, as the form does not say and a deadline without an hour is a day's end.
 */
export function outcomeOf(
  { state, dueAt }: Pick<Countable, 'state' | 'dueAt'>,
  closedAt: number,
): DossierOutcome {
  if (state === 'withdrawn' || state === 'stopped' || dueAt === null) return 'onTime';
  if (closedAt > dueAt) return 'overdue';
  return localDay(closedAt) < localDay(dueAt) ? 'early' : 'onTime';
}

/**
 * Where form II.06a counts a dossier over a span; null where it does not. What was received is what was resolved and
 * what is pending, so that the balance closes as in the form. One that waits for papers or payment is pending within
 * its time even when it is late already: so the form's remark (domain.md 7, P17). A past state is not known: what
 * closed after the span is judged by its deadline alone.
 */
export function countedIn(dossier: Countable, span: CountedSpan): CountedIn | null {
  const { receivedAt, dueAt, state } = dossier;
  const { from } = span;
  const closedAt = dossier.closedAt ?? Infinity;
  if (!isCounted(dossier) || !hasHappened(receivedAt, span) || closedAt < from) return null;
  const reception = receivedAt < from ? 'carriedOver' : receptionOf(dossier);
  if (hasHappened(closedAt, span)) {
    return { reception, end: RESOLVED[outcomeOf(dossier, closedAt)] };
  }
  const end = Math.min(span.until, span.asOf);
  const late = dueAt !== null && dueAt < end && clockOf(state) !== 'paused';
  return { reception, end: late ? 'pendingOverdue' : 'pendingWithin' };
}

function hasHappened(moment: number, { until, asOf }: CountedSpan): boolean {
  return moment < until && moment <= asOf;
}

/** The counts of some dossiers. */
export function countsFrom(counted: ReadonlyMap<keyof Counts, number>): Counts {
  const count = (name: keyof Counts) => counted.get(name) ?? 0;
  const resolved = count('resolvedEarly') + count('resolvedOnTime') + count('resolvedOverdue');
  const pending = count('pendingWithin') + count('pendingOverdue');
  return {
    received: resolved + pending,
    receivedOnline: count('receivedOnline'),
    receivedDirectOrPostal: count('receivedDirectOrPostal'),
    carriedOver: count('carriedOver'),
    resolved,
    resolvedEarly: count('resolvedEarly'),
    resolvedOnTime: count('resolvedOnTime'),
    resolvedOverdue: count('resolvedOverdue'),
    pending,
    pendingWithin: count('pendingWithin'),
    pendingOverdue: count('pendingOverdue'),
  };
}

/** The column of a closed dossier by its outcome. */
export const RESOLVED = {
  early: 'resolvedEarly',
  onTime: 'resolvedOnTime',
  overdue: 'resolvedOverdue',
} as const;

/** One without a channel counts as handed in directly, as in the national index (domain.md 2.2). */
function receptionOf({ channel }: Pick<Countable, 'channel'>) {
  return channel === 'online' ? 'receivedOnline' : 'receivedDirectOrPostal';
}

/** The number of the local day of a moment. */
export function localDay(moment: number): number {
  return Math.floor((moment + OFFSET) / DAY);
}
