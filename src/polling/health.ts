import type { Problem } from '../errors.ts';
import type { Outgoing } from '../outbox/message.ts';

/**
 * How a source does. `fresh`: answers, and in its rhythm · `stale`: answers, but has said nothing new for longer than
 * its rhythm, or has not been asked for so long · `doubted`: said of some agency what is hard to believe; that is kept with
 * the figure of that agency, and what it says of others is as good as ever · `partial`: of the last attempt only a part
 * could be believed · `failed`: nothing could.
 */
export const HEALTH_STATES = ['fresh', 'stale', 'doubted', 'partial', 'failed'] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

/** What is known of a source after its last attempt; kept across restarts. */
export type SourceHealth = {
  /** As snapshots and lists name it. Samples and files imported by hand have no health: nothing is expected of them. */
  readonly source: string;
  readonly state: HealthState;
  /** Since when it is in this state. */
  readonly since: Temporal.Instant;
  readonly lastTriedAt: Temporal.Instant;
  /** The last attempt that gave everything there was; null = none ever did. */
  readonly lastGoodAt: Temporal.Instant | null;
  /** When it last said something that had not been known; null = never. */
  readonly lastChangedAt: Temporal.Instant | null;
  /** When its rhythm runs out: unless it is good, and says something new, before, it is stale from then on. */
  readonly freshUntil: Temporal.Instant | null;
  /** The first thing that was wrong with the last attempt; null = nothing. */
  readonly problem: Problem | null;
  /** The state that keepers were last told, or may take for granted. */
  readonly toldAs: HealthState;
};

/** Where the health of sources is kept. */
export type HealthStore = {
  /** Null: it was never tried, or nothing is expected of it. */
  healthOf(source: string): Promise<SourceHealth | null>;
  all(): Promise<readonly SourceHealth[]>;
  /** Writes down how a source does now, together with the messages that causes: both, or neither. */
  noted(health: SourceHealth, messages?: readonly Outgoing[]): Promise<void>;
  /** Forgets sources that are asked no more: nothing is expected of them. */
  keepOnly(sources: readonly string[]): Promise<void>;
};

/** The state at a moment: what was read well at the last attempt grows stale by itself, also while nothing asks. */
export function stateAt(
  { state, freshUntil }: Pick<SourceHealth, 'state' | 'freshUntil'>,
  now: Temporal.Instant,
): HealthState {
  const isOver = freshUntil !== null && Temporal.Instant.compare(now, freshUntil) > 0;
  return wasRead(state) && isOver ? 'stale' : state;
}

/** Whether the last attempt gave all there was. */
export function wasRead(state: HealthState): boolean {
  return state === 'fresh' || state === 'doubted';
}

/** Whether what a source says is believed at a moment, but for the figures that are doubted themselves. */
export function isBelieved(
  health: Pick<SourceHealth, 'state' | 'freshUntil'>,
  now: Temporal.Instant,
): boolean {
  return wasRead(stateAt(health, now));
}
