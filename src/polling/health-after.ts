import type { Problem } from '../errors.ts';
import type { HealthState, SourceHealth } from './health.ts';

/** What came of one attempt to read a source. */
export type Attempt = {
  /** How many files, answers or lists could be taken. */
  readonly good: number;
  /** Of all that could not be. */
  readonly problems: readonly Problem[];
  /** Something was said that had not been known. */
  readonly changed: boolean;
  /** What was taken but is hard to believe beside what was said before; null = nothing. */
  readonly doubt: Problem | null;
};

/** How long a source may be silent. */
export type Rhythm = {
  /** Until when it is to be read again, once it was read well. */
  readonly readBy: (lastGoodAt: Temporal.Instant) => Temporal.Instant | null;
  /** Until when it is to say something new, once it did; null = it need not. */
  readonly newBy: (lastChangedAt: Temporal.Instant) => Temporal.Instant | null;
};

/** How a source does after an attempt, and whether keepers are to hear of it. */
export type HealthAfter = { readonly health: SourceHealth; readonly tell: boolean };

/**
 * A source has to be well for so long before keepers are told that it is: one that comes and goes is told of once, and
 * not each time. Where attempts lie further apart, one good one is enough.
 */
const SETTLED_MS = 5 * 60_000;

/** What an attempt makes of a source; `before` null = it is the first. */
export function healthAfter(
  before: SourceHealth | null,
  { source, attempt }: { readonly source: string; readonly attempt: Attempt },
  { now, rhythm }: { readonly now: Temporal.Instant; readonly rhythm: Rhythm },
): HealthAfter {
  const lastChangedAt = attempt.changed ? now : (before?.lastChangedAt ?? now);
  const seen = seenAs(before, attempt);
  const newBy = rhythm.newBy(lastChangedAt);
  const state = seen === 'fresh' && isPast(newBy, now) ? 'stale' : seen;
  const lastGoodAt = seen === 'fresh' ? now : (before?.lastGoodAt ?? null);
  const tell = isToTell(before, state, now);
  const health: SourceHealth = {
    source,
    state,
    since: before?.state === state ? before.since : now,
    lastTriedAt: now,
    lastGoodAt,
    lastChangedAt,
    freshUntil: earliest(lastGoodAt === null ? null : rhythm.readBy(lastGoodAt), newBy),
    problem: problemIn(before, { attempt, state }),
    toldAs: tell ? state : (before?.toldAs ?? 'fresh'),
  };
  return { health, tell };
}

/** Nothing there to read (a folder whose files were all taken) is no news: what was wrong stays so until something good comes. */
function seenAs(before: SourceHealth | null, attempt: Attempt): HealthState {
  if (attempt.problems.length > 0) return attempt.good > 0 ? 'partial' : 'failed';
  if (attempt.doubt !== null) return 'partial';
  const isOpen = before?.state === 'failed' || before?.state === 'partial';
  return attempt.good === 0 && isOpen ? before.state : 'fresh';
}

function problemIn(
  before: SourceHealth | null,
  { attempt, state }: { readonly attempt: Attempt; readonly state: HealthState },
): Problem | null {
  if (state === 'fresh' || state === 'stale') return null;
  return attempt.problems[0] ?? attempt.doubt ?? before?.problem ?? null;
}

/** Told at once when it gets worse, and only once it has been well for a while when it recovers. */
function isToTell(before: SourceHealth | null, state: HealthState, now: Temporal.Instant): boolean {
  const known = before?.toldAs ?? 'fresh';
  if (state !== 'fresh') return known === 'fresh' || (known === 'stale' && state !== 'stale');
  if (before === null || known === 'fresh') return false;
  const wellSince = before.state === 'fresh' ? before.since : before.lastTriedAt;
  return now.epochMilliseconds - wellSince.epochMilliseconds >= SETTLED_MS;
}

function isPast(limit: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return limit !== null && Temporal.Instant.compare(now, limit) > 0;
}

function earliest(a: Temporal.Instant | null, b: Temporal.Instant | null): Temporal.Instant | null {
  if (a === null || b === null) return a ?? b;
  return Temporal.Instant.compare(a, b) <= 0 ? a : b;
}
