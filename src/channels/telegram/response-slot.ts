import type { Wait } from '../wait.ts';
import type { messagePayload } from './send-once.ts';

/** A call of the Bot API made by answering a webhook with it. */
export type WebhookCall = { readonly method: 'sendMessage' } & ReturnType<typeof messagePayload>;

/** The one reply that may travel in the response to a webhook, while Telegram is still waiting for that. */
export type ResponseSlot = {
  /** False = too late or never possible: send by the API. */
  readonly give: (call: WebhookCall) => boolean;
  /** Nothing will come in the response: acknowledge the update now. */
  readonly close: () => void;
};

/** For updates that came by polling. */
export const NO_SLOT: ResponseSlot = { give: () => false, close: () => undefined };

/** An open slot, and what was put into it; null once it is closed empty. */
export function openSlot(): { slot: ResponseSlot; given: Promise<WebhookCall | null> } {
  const { promise, resolve } = Promise.withResolvers<WebhookCall | null>();
  let open = true;
  const settle = (call: WebhookCall | null) => {
    const wasOpen = open;
    open = false;
    resolve(call);
    return wasOpen;
  };
  return { slot: { give: settle, close: () => void settle(null) }, given: promise };
}

/**
 * Closes slots that stay open: after `ms` at the latest, after half of that at the earliest. One timer for all, as a
 * timer for each would cost a seventh of the throughput.
 */
export function closeInTime(ms: number, wait: Wait): (slot: ResponseSlot) => () => void {
  const open = new Map<ResponseSlot, number>();
  let tick = 0;
  let ticking = false;

  async function tickOn(): Promise<void> {
    ticking = true;
    while (open.size > 0) {
      await wait(ms / 2);
      tick += 1;
      for (const [slot, since] of open) {
        if (tick - since >= 2) slot.close();
      }
    }
    ticking = false;
  }

  return (slot) => {
    open.set(slot, tick);
    if (!ticking) void tickOn();
    return () => void open.delete(slot);
  };
}
