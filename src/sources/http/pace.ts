import type { Wait } from '../../channels/wait.ts';
import type { Clock } from '../../clock.ts';

/** Lets requests through no faster than so many a minute, at even distances. Made once for each source. */
export function pacer(
  perMinute: number,
  { clock, wait }: { readonly clock: Clock; readonly wait: Wait },
): (signal: AbortSignal) => Promise<void> {
  const gapMs = 60_000 / perMinute;
  let nextMs = -Infinity;
  return async (signal) => {
    const nowMs = clock.now().epochMilliseconds;
    const startMs = Math.max(nowMs, nextMs);
    nextMs = startMs + gapMs;
    if (startMs > nowMs) await wait(Math.ceil(startMs - nowMs), signal);
    signal.throwIfAborted();
  };
}
