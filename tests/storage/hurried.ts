import type { Stopwatch } from '../../src/storage/turns.ts';

/** Finds every turn over: great work lets others in after each step. */
export function hurried(): Stopwatch {
  let now = 0;
  return () => {
    now += 1_000;
    return now;
  };
}
