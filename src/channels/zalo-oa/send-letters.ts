import type { Log } from '../../log.ts';
import type { Delivery } from '../channel.ts';
import { isAboutMessage, reasonOf } from '../failed-delivery.ts';
import { type SendMarked, sendStubbornly, type Stubbornness } from '../send-stubbornly.ts';
import { chatOf, type Recipient } from './chat-ids.ts';
import type { Letter } from './pack-reply.ts';
import { type Sending, sendLetter } from './send-letter.ts';

/** What sending needs. */
export type SendingDesk = {
  readonly sending: Sending;
  readonly stubbornness: Stubbornness;
  /** First line of a message that may already have arrived. */
  readonly sentAgain: string;
  readonly log: Log;
};

/** How the first message of a reply is sent; what follows it is always sent stubbornly. */
export type SendFirst = (send: SendMarked) => Promise<Delivery>;

/** A person waits for it. */
export function stubbornly({ stubbornness }: SendingDesk): SendFirst {
  return (send) => sendStubbornly(send, stubbornness);
}

/** The outbox waits and repeats by a plan of its own that survives a restart. */
export const onlyOnce: SendFirst = (send) => send(false);

/**
 * Sends the messages of a reply, in order. The receipt is that of the first; when later words fail the whole is
 * "unknown", as part of it has arrived. A picture that cannot be sent is left out: the words say the same.
 */
export async function sendLetters(
  letters: readonly Letter[],
  to: Recipient,
  { desk, first }: { readonly desk: SendingDesk; readonly first: SendFirst },
): Promise<Delivery> {
  const [head, ...rest] = letters;
  if (head === undefined) return { kind: 'never', why: 'emptyReply' };
  const delivery = await first(sender(head, to, desk));
  if (isRefusedPicture(head, delivery)) {
    tellOfPicture(delivery, to, desk);
    const words = { text: head.text, picture: null };
    return sendLetters([words, ...rest], to, { desk, first });
  }
  if (delivery.kind !== 'delivered') return delivery;
  for (const letter of rest) {
    const next = await stubbornly(desk)(sender(letter, to, desk));
    if (next.kind === 'delivered') continue;
    if (letter.text !== '') return { kind: 'unknown', why: reasonOf(next) };
    tellOfPicture(next, to, desk);
  }
  return delivery;
}

function isRefusedPicture({ text, picture }: Letter, delivery: Delivery): boolean {
  return isAboutMessage(delivery) && picture !== null && text !== '';
}

function sender(letter: Letter, to: Recipient, { sending, sentAgain }: SendingDesk): SendMarked {
  return async (again) => {
    if (!again) return sendLetter(letter, to, sending);
    // A picture alone has no place for the mark; what may be there is not sent a second time without it.
    if (letter.text === '') return { kind: 'unknown', why: 'pictureMayBeThere' };
    return sendLetter({ ...letter, text: `${sentAgain}\n${letter.text}` }, to, sending);
  };
}

function tellOfPicture(delivery: Delivery, to: Recipient, { log }: SendingDesk): void {
  log.warn('zaloOa.pictureNotSent', { chat: chatOf(to), why: reasonOf(delivery) });
}
