import type { StartTimer } from '../../src/sources/http/timer.ts';

/** Limits of time that run out when the test says so, and never by themselves. */
export class HandWoundTimers {
  readonly #running = new Map<symbol, { readonly ms: number; readonly act: () => void }>();

  /** To be handed in. */
  readonly start: StartTimer = (ms, act) => {
    const id = Symbol('timer');
    this.#running.set(id, { ms, act });
    return { again: () => undefined, stop: () => void this.#running.delete(id) };
  };

  /** Everything that is limited to exactly so long has taken that long. */
  runOut(ms: number): void {
    for (const timer of this.#running.values()) if (timer.ms === ms) timer.act();
  }
}
