import type { OaMessage, ZaloOa } from '#zalo-api-wrapper';

import type { Clock } from '../../clock.ts';
import type { Delivery } from '../channel.ts';
import { isAboutMessage } from '../failed-delivery.ts';
import type { Letter } from '../pack-plain.ts';
import type { Recipient } from './chat-ids.ts';
import { deliveryOf, type Failed, nothingOut } from './faults.ts';
import type { RequestBudget } from './request-budget.ts';
import type { Uploads } from './uploads.ts';

export type Sending = {
  readonly oa: ZaloOa;
  readonly uploads: Uploads;
  readonly budget: RequestBudget;
  readonly clock: Clock;
  /**
   * Until a call is given up. Shorter than what the outbox gives a delivery: a call that only waits for tokens must come
   * back as one that has not been made, or its message would count as lost.
   */
  readonly sendMs: number;
};

/** Sends one message once and says what became of it; never rejects. */
export async function sendLetter(
  { text, picture }: Letter<Uint8Array>,
  to: Recipient,
  sending: Sending,
): Promise<Delivery> {
  if (picture === null) return call(to, { kind: 'text', text }, sending);
  const beside = text === '' ? {} : { text };
  // An id that Zalo no longer takes is made anew, once.
  for (let isLast = false; ; isLast = true) {
    const upload = await uploaded(picture, to, sending);
    if (upload.kind !== 'uploaded') return upload;
    const message = { kind: 'image', attachmentId: upload.id, ...beside } as const;
    const delivery = await call(to, message, sending);
    if (delivery.kind === 'delivered') return delivery;
    sending.uploads.forget(upload.id);
    if (isLast || !isAboutMessage(delivery)) return delivery;
  }
}

type Uploaded = { readonly kind: 'uploaded'; readonly id: string };

async function uploaded(
  picture: Uint8Array,
  to: Recipient,
  { uploads, clock }: Sending,
): Promise<Uploaded | Failed> {
  try {
    const id = await uploads.idOf(picture);
    return id === null ? { kind: 'never', why: 'chartTooBig' } : { kind: 'uploaded', id };
  } catch (error) {
    const sent = { to: to.kind, withPicture: true, now: clock.now() };
    return nothingOut(deliveryOf(error, sent));
  }
}

async function call(
  { kind, id }: Recipient,
  message: OaMessage,
  { oa, budget, clock, sendMs }: Sending,
): Promise<Delivery> {
  await budget.turn();
  const patience = { timeoutMs: sendMs };
  try {
    const { messageId } =
      kind === 'group'
        ? await oa.sendToGroup(id, message, patience)
        : await oa.sendToUser(id, message, patience);
    return { kind: 'delivered', receipt: messageId };
  } catch (error) {
    const withPicture = message.kind !== 'text';
    return deliveryOf(error, { to: kind, withPicture, now: clock.now() });
  }
}
