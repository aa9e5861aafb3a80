import { faultText } from '../log.ts';
import type { Choice } from '../replies/reply.ts';
import type { Delivery } from './channel.ts';
import { ANYONE, type NumberedChoices, type Spoken } from './numbered-choices.ts';
import type { RoomLog } from './room-log.ts';

/** Whom a message offers its choices to. */
export type Offer = { readonly to: Spoken; readonly choices: readonly Choice[] };

/** What offering choices by number needs. */
export type OfferingDesk = { readonly numbers: NumberedChoices; readonly log: RoomLog };

/**
 * Sends a reply. Only when it is, or may be, on the screen do numbers mean its choices: until then people answer the list
 * they see.
 */
export async function sendOffering(
  send: () => Promise<Delivery>,
  { to, choices }: Offer,
  { numbers, log }: OfferingDesk,
): Promise<Delivery> {
  const delivery = await send();
  const isShown = delivery.kind === 'delivered' || delivery.kind === 'unknown';
  // what comes by itself and offers nothing is no answer to anybody: what they were offered still stands
  const isAside = to.person === ANYONE && choices.length === 0;
  if (!isShown || isAside) return delivery;
  try {
    await numbers.offer(to, choices);
  } catch (error) {
    // it is out all the same
    log.error('choicesNotKept', { chat: to.chat, why: faultText(error) });
  }
  return delivery;
}
