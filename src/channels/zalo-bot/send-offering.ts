import { faultText } from '../../log.ts';
import type { Choice } from '../../replies/reply.ts';
import type { Delivery } from '../channel.ts';
import { ANYONE, type NumberedChoices, type Spoken } from '../numbered-choices.ts';
import type { Packed } from './pack-reply.ts';
import { type SendFirst, type SendingDesk, sendPacked } from './send-packed.ts';

/** A reply made ready, and whom it offers its choices to. */
export type Offer = {
  readonly packed: Packed;
  readonly to: Spoken;
  readonly choices: readonly Choice[];
};

type Room = {
  readonly desk: SendingDesk;
  readonly first: SendFirst;
  readonly numbers: NumberedChoices;
};

/**
 * Sends a reply. Only when it is, or may be, on the screen do numbers mean its choices: until then people answer the list
 * they see.
 */
export async function sendOffering(
  { packed, to, choices }: Offer,
  { desk, first, numbers }: Room,
): Promise<Delivery> {
  const delivery = await sendPacked(packed, to.chat, { desk, first });
  const isShown = delivery.kind === 'delivered' || delivery.kind === 'unknown';
  // what comes by itself and offers nothing is no answer to anybody: what they were offered still stands
  const isAside = to.person === ANYONE && choices.length === 0;
  if (!isShown || isAside) return delivery;
  try {
    await numbers.offer(to, choices);
  } catch (error) {
    // it is out all the same
    desk.log.error('zaloBot.choicesNotKept', { chat: to.chat, why: faultText(error) });
  }
  return delivery;
}
