import type { Problem } from '../errors.ts';
import { type HealthState, type SourceHealth, wasRead } from './health.ts';

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

/** Of a source never tried: nothing is held against it. */
const UNTRIED = {
  state: 'fresh',
  toldAs: 'fresh',
  lastGoodAt: null,
  problem: null,
} as const satisfies Partial<SourceHealth>;

/** What an attempt makes of a source; `before` null = it is the first. */
export function healthAfter(
  before: SourceHealth | null,
  { source, attempt }: { readonly source: string; readonly attempt: Attempt },
  { now, rhythm }: { readonly now: Temporal.Instant; readonly rhythm: Rhythm },
): HealthAfter {
  const known = before ?? { ...UNTRIED, since: now, lastTriedAt: now, lastChangedAt: now };
  const lastChangedAt = attempt.changed ? now : (known.lastChangedAt ?? now);
  const newBy = rhythm.newBy(lastChangedAt);
  const seen = seenAs(known, attempt);
  const state = seen === 'fresh' && isPast(newBy, now) ? 'stale' : seen;
  const lastGoodAt = wasRead(seen) ? now : known.lastGoodAt;
  const tell = isToTell(known, state, now);
  const health: SourceHealth = {
    source,
    state,
    since: known.state === state ? known.since : now,
    lastTriedAt: now,
    lastGoodAt,
    lastChangedAt,
    freshUntil: earliest(readBy(lastGoodAt, rhythm), newBy),
    problem: problemIn(state, attempt, known),
    toldAs: tell ? state : known.toldAs,
  };
  return { health, tell };
}

function readBy(lastGoodAt: Temporal.Instant | null, rhythm: Rhythm): Temporal.Instant | null {
  return lastGoodAt === null ? null : rhythm.readBy(lastGoodAt);
}

function problemIn(
  state: HealthState,
  { problems, doubt }: Attempt,
  { problem }: Known,
): Problem | null {
  return isWell(state) ? null : (problems[0] ?? doubt ?? problem);
}

type Known = Omit<SourceHealth, 'source' | 'freshUntil'>;

function isWell(state: HealthState): boolean {
  return state === 'fresh' || state === 'stale';
}

/** Nothing there to read (a folder whose files were all taken) is no news: what was wrong stays so until something good comes. */
function seenAs({ state }: Known, { good, problems, doubt }: Attempt): HealthState {
  if (problems.length > 0) return good > 0 ? 'partial' : 'failed';
  if (doubt !== null) return 'doubted';
  return good === 0 && !isWell(state) ? state : 'fresh';
}

/** States in which it is not the same as any other not to be well: of these it is told again when it gets worse. */
const MILD: ReadonlySet<HealthState> = new Set<HealthState>(['stale', 'doubted']);

/** Told at once when it gets worse, and only once it has been well for a while when it recovers. */
function isToTell(known: Known, state: HealthState, now: Temporal.Instant): boolean {
  const { toldAs } = known;
  if (state !== 'fresh') {
    return toldAs === 'fresh' || (MILD.has(toldAs) && !MILD.has(state));
  }
  if (toldAs === 'fresh') return false;
  const wellSince = known.state === 'fresh' ? known.since : known.lastTriedAt;
  return now.epochMilliseconds - wellSince.epochMilliseconds >= SETTLED_MS;
}

function isPast(limit: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return limit !== null && Temporal.Instant.compare(now, limit) > 0;
}

function earliest(a: Temporal.Instant | null, b: Temporal.Instant | null): Temporal.Instant | null {
  if (a === null || b === null) return a ?? b;
  return Temporal.Instant.compare(a, b) <= 0 ? a : b;
}
