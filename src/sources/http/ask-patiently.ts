import type { Wait } from '../../channels/wait.ts';
import { AskFailed } from './ask-failed.ts';

/** How often a request is made before it counts as failed, and with what patience. */
export type Patience = {
  readonly attempts: number;
  readonly wait: Wait;
  /** From 0 up to 1, so that several installations do not all come back at once. */
  readonly random: () => number;
  readonly signal: AbortSignal;
};

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** Tries again what may succeed in a moment; a server that wants a longer pause than we make gets it from the breaker. */
export async function askPatiently<T>(
  ask: () => Promise<T>,
  { attempts, wait, random, signal }: Patience,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof AskFailed) || !error.again || attempt >= attempts) throw error;
      const pause = pauseMs(attempt, error.retryAfterMs, random);
      if (pause === null) throw error;
      await wait(pause, signal);
      signal.throwIfAborted();
    }
  }
}

/**
 * Doubling, with half of it left to chance; null = longer than is waited for.
 *
 * @internal Exported for tests.
 */
export function pauseMs(
  attempt: number,
  retryAfterMs: number | null,
  random: () => number,
): number | null {
  if (retryAfterMs !== null && retryAfterMs > LONGEST_PAUSE_MS) return null;
  const step = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
  return Math.max(retryAfterMs ?? 0, Math.round(step * (0.5 + random() / 2)));
}
