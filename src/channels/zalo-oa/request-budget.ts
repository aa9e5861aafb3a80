import type { Clock } from '../../clock.ts';
import type { Wait } from '../wait.ts';

const MINUTE_MS = 60_000;
/** Requests travel unevenly: as many as the plan allows in our minute may be more in Zalo's. */
const USED_PERCENT = 95;

/** How many requests a minute the account's plan allows; every call takes its turn, in the order of asking. */
export class RequestBudget {
  readonly #most: number;
  readonly #clock: Clock;
  readonly #wait: Wait;
  /** When the last requests went or are to go. */
  readonly #turns: number[] = [];

  constructor(requestsPerMinute: number, { clock, wait }: { clock: Clock; wait: Wait }) {
    this.#most = usablePerMinute(requestsPerMinute);
    this.#clock = clock;
    this.#wait = wait;
  }

  /** How long a request made now would wait for its turn. */
  waitMs(): number {
    const nowMs = this.#clock.now().epochMilliseconds;
    const before = this.#turns.at(-this.#most) ?? -Infinity;
    // A clock that was put back must not stop everything.
    return Math.min(Math.max(0, before + MINUTE_MS - nowMs), this.#turns.length * MINUTE_MS);
  }

  /** Resolves when a request may go. */
  async turn(): Promise<void> {
    const waitMs = this.waitMs();
    this.#turns.push(this.#clock.now().epochMilliseconds + waitMs);
    if (this.#turns.length > this.#most) this.#turns.shift();
    if (waitMs > 0) await this.#wait(waitMs);
  }
}

/** Requests a minute that are safe to make under a plan that allows so many. */
export function usablePerMinute(requestsPerMinute: number): number {
  return Math.max(1, Math.floor((requestsPerMinute * USED_PERCENT) / 100));
}
