import type { Delivery } from './channel.ts';
import type { Wait } from './wait.ts';

/** One message on its way; `again`: it may have arrived before, and is to be marked. */
export type SendMarked = (again: boolean) => Promise<Delivery>;

export type Stubbornness = {
  readonly wait: Wait;
  /** Sends, the first included. */
  readonly attempts: number;
  /** All waiting between them. */
  readonly retryMs: number;
};

/**
 * Sends a message for which a person is waiting: waits as long as the messenger asks, within bounds. One that may have
 * arrived is repeated once, marked: better twice than no answer.
 */
export async function sendStubbornly(
  send: SendMarked,
  { wait, attempts, retryMs }: Stubbornness,
): Promise<Delivery> {
  let again = false;
  let waitedMs = 0;
  for (let attempt = 1; ; attempt += 1) {
    const delivery = await send(again);
    const isDone = delivery.kind !== 'later' && delivery.kind !== 'unknown';
    if (isDone || attempt >= attempts || (again && delivery.kind === 'unknown')) return delivery;
    if (delivery.kind === 'unknown') again = true;
    else {
      const pauseMs = Math.max(delivery.waitMs, 500 * 2 ** attempt);
      waitedMs += pauseMs;
      if (waitedMs > retryMs) return delivery;
      await wait(pauseMs);
    }
  }
}
