import type { Clock } from '../clock.ts';
import type { Outgoing } from '../outbox/message.ts';
import type { IntakeProblem } from '../snapshots/intake-problem.ts';
import { type Attempt, healthAfter, type Rhythm } from './health-after.ts';
import type { HealthStore, SourceHealth } from './health.ts';

/** What watching over sources needs. */
export type Watch = {
  readonly health: HealthStore;
  readonly clock: Clock;
  /** Null: nothing is expected of the source (samples, files imported by hand), and nothing is noted. */
  readonly rhythmOf: (source: string) => Rhythm | null;
  /** Composes what keepers are told when a source fails, falls silent or recovers. */
  readonly messagesOn: (health: SourceHealth) => Promise<readonly Outgoing[]>;
};

/** Notes what came of an attempt, together with what keepers are told of it. */
export async function noteAttempt(
  source: string,
  attempt: Attempt,
  { health, clock, rhythmOf, messagesOn }: Watch,
): Promise<void> {
  const rhythm = rhythmOf(source);
  if (rhythm === null) return;
  const before = await health.healthOf(source);
  const after = healthAfter(before, { source, attempt }, { now: clock.now(), rhythm });
  await health.noted(after.health, after.tell ? await messagesOn(after.health) : []);
}

/** An attempt that ended in a fault of the program: the source need not be at fault at all. */
export function brokenOff(source: string, error: unknown): Attempt {
  const detail = error instanceof Error ? error.name : typeof error;
  const problem = { code: 'programFailed' satisfies IntakeProblem, place: source, detail };
  return { good: 0, problems: [problem], changed: false, doubt: null };
}
