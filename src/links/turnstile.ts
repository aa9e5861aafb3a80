import type { Clock } from '../clock.ts';

/** Lets so many through each minute under one name. */
export type Turnstile = { lets(name: string): boolean };

const MINUTE_MS = 60_000;

/** Counts anew every minute, and forgets the names with it: what it keeps does not grow. */
export function turnstile(perMinute: number, clock: Clock): Turnstile {
  let minute = -1;
  const counts = new Map<string, number>();
  return {
    lets(name) {
      const now = Math.floor(clock.now().epochMilliseconds / MINUTE_MS);
      if (now !== minute) counts.clear();
      minute = now;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return count <= perMinute;
    },
  };
}
