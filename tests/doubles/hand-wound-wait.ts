import type { Wait } from '../../src/channels/wait.ts';

/** Waiting that ends when the test says so. */
export class HandWoundWait {
  readonly #open = new Map<symbol, { ms: number; end: () => void }>();
  readonly #watchers = new Set<() => void>();
  #runsFree = false;

  /** To be handed in. */
  readonly wait: Wait = (ms, signal) =>
    new Promise((resolve) => {
      const id = Symbol('wait');
      const end = () => {
        this.#open.delete(id);
        resolve();
      };
      this.#open.set(id, { ms, end });
      signal?.addEventListener('abort', end, { once: true });
      if (signal?.aborted === true || this.#runsFree) end();
      for (const watcher of this.#watchers) watcher();
      this.#watchers.clear();
    });

  /** Lengths of the waits going on. */
  get open(): readonly number[] {
    return Array.from(this.#open.values(), ({ ms }) => ms);
  }

  /** From now on nothing waits any more: for the end of a test. */
  runFree(): void {
    this.#runsFree = true;
    for (const { end } of this.#open.values()) end();
  }

  /** Waits until something waits exactly so long, and lets that time pass. */
  async pass(ms: number): Promise<void> {
    for (;;) {
      const waiting = this.#open.values().find((wait) => wait.ms === ms);
      if (waiting !== undefined) return waiting.end();
      await new Promise<void>((resolve) => {
        this.#watchers.add(resolve);
      });
    }
  }
}
