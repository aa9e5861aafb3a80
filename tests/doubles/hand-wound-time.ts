import { setImmediate } from 'node:timers/promises';

import type { Wait } from '../../src/channels/wait.ts';
import type { Clock } from '../../src/clock.ts';

type Waiting = { readonly untilMs: number; readonly end: () => void };

/** A clock and the waiting that goes with it, both wound by hand. */
export class HandWoundTime implements Clock {
  readonly #waiting = new Set<Waiting>();
  readonly #settled: () => Promise<void>;
  #nowMs: number;
  #jumpMs = 0;

  /** `settled` resolves when all that can happen without time passing has happened. */
  constructor(start: Temporal.Instant, settled: () => Promise<void> = someTurns) {
    this.#nowMs = start.epochMilliseconds;
    this.#settled = settled;
  }

  /** To be handed in. */
  now(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(this.#nowMs + this.#jumpMs);
  }

  /** To be handed in. */
  readonly wait: Wait = (ms, signal) =>
    new Promise((resolve) => {
      const end = () => {
        this.#waiting.delete(waiting);
        resolve();
      };
      const waiting = { untilMs: this.#nowMs + ms, end };
      this.#waiting.add(waiting);
      signal?.addEventListener('abort', end, { once: true });
      if (signal?.aborted === true) end();
    });

  /** Lets time pass: every wait that ends within it ends at its moment, and what follows from that happens. */
  async pass(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms;
    for (;;) {
      await this.#settled();
      const next = this.#waiting
        .values()
        .reduce<Waiting | null>((first, one) => earlier(first, one), null);
      if (next === null || next.untilMs > endMs) break;
      this.#nowMs = Math.max(this.#nowMs, next.untilMs);
      next.end();
    }
    this.#nowMs = endMs;
    await this.#settled();
  }

  /** The clock is set: by so much it shows another moment, though no time has passed. */
  jump(ms: number): void {
    this.#jumpMs += ms;
  }
}

function earlier(first: Waiting | null, one: Waiting): Waiting {
  return first === null || one.untilMs < first.untilMs ? one : first;
}

/** Enough for what happens within the process. */
async function someTurns(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await setImmediate();
}
