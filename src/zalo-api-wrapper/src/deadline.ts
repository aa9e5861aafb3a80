import { type CallPlace, type Outcome, ZaloUnreachable } from './errors.ts';

/** Until when a call is waited for: one for all of its parts, waiting for tokens and a second attempt included. */
export type Deadline = {
  /** Aborted once it is over. */
  readonly signal: AbortSignal;
  /** Why it is over: the caller gave up, or the time is up; null = it is not. */
  readonly over: () => 'aborted' | 'timeout' | null;
};

/** `timeoutMs` from now, or until `signal` is aborted; without a time only that. */
export function deadlineOf(signal: AbortSignal | undefined, timeoutMs?: number): Deadline {
  const limit = timeoutMs === undefined ? null : AbortSignal.timeout(timeoutMs);
  const signals = [signal, limit].filter((one) => one instanceof AbortSignal);
  return {
    signal: AbortSignal.any(signals),
    over: () => {
      if (signal?.aborted === true) return 'aborted';
      return limit?.aborted === true ? 'timeout' : null;
    },
  };
}

/** Nobody waits any longer, for the reason the deadline has. */
export function overdue(place: CallPlace, outcome: Outcome, { over }: Deadline): ZaloUnreachable {
  return new ZaloUnreachable(place, outcome, { reason: over() ?? 'timeout', systemCode: null });
}

/** What comes of work that goes on for others: only this caller stops waiting. Nothing has been done for it by then. */
export async function inTime<T>(
  work: Promise<T>,
  place: CallPlace,
  deadline: Deadline,
): Promise<T> {
  const { signal } = deadline;
  return new Promise((resolve, reject) => {
    const stop = () => reject(overdue(place, 'nothing', deadline));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
