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
