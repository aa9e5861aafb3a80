import type { Delivery } from './channel.ts';

/** It was refused, and another message may be taken. */
export function isAboutMessage(delivery: Delivery): boolean {
  return delivery.kind === 'never' && delivery.chatClosed !== true;
}

/** Why a message is not out, for the log. */
export function reasonOf(delivery: Delivery): string {
  return 'why' in delivery ? delivery.why : delivery.kind;
}
