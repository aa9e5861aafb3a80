import type { Wait } from '../../channels/wait.ts';
import type { Clock } from '../../clock.ts';

/** Lets requests through no faster than so many a minute, at even distances. Made once for each source. */
export function pacer(
  perMinute: number,
  { clock, wait }: { readonly clock: Clock; readonly wait: Wait },
): (signal: AbortSignal) => Promise<void> {
  const gapMs = 60_000 / perMinute;
  let nextMs = -Infinity;
  let lastMs = -Infinity;
  return async (signal) => {
    const nowMs = clock.now().epochMilliseconds;
    // A clock that was put back must not stop everything.
    if (nowMs < lastMs) nextMs = nowMs;
    lastMs = nowMs;
    const startMs = Math.max(nowMs, nextMs);
    nextMs = startMs + gapMs;
    if (startMs > nowMs) await wait(Math.ceil(startMs - nowMs), signal);
    signal.throwIfAborted();
  };
}
