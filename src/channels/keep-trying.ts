import type { Log } from '../log.ts';
import type { Wait } from './wait.ts';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** What a failed call of the set-up or of polling means: how to log it, and how long to leave the messenger alone. */
export type CallFault = {
  readonly event: string;
  /** Errors need the keeper; warnings pass by themselves. */
  readonly level: 'warn' | 'error';
  readonly waitMs: number;
  readonly why: string;
};

/** Pauses grow 1, 2, 4 ... 60 s; `failures` counts the failed calls in a row, this one included. */
export function growingPauseMs(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 10));
}

type Trying = {
  readonly faultOf: (error: unknown, failures: number) => CallFault;
  readonly log: Log;
  readonly wait: Wait;
};

/** Tries until it works, however long that takes; null = stopped before. */
export async function keepTrying<Done>(
  attempt: () => Promise<Done>,
  { faultOf, log, wait }: Trying,
  stop: AbortSignal,
): Promise<{ readonly done: Done } | null> {
  for (let failures = 1; !stop.aborted; failures += 1) {
    try {
      return { done: await attempt() };
    } catch (error) {
      if (stop.aborted) break;
      const { event, level, waitMs, why } = faultOf(error, failures);
      log[level](event, { why, failures, waitMs });
      await wait(waitMs, stop);
    }
  }
  return null;
}
