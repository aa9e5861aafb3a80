import type { Log } from '../../log.ts';
import type { Delivery } from '../channel.ts';
import { type SendMarked, sendStubbornly, type Stubbornness } from '../send-stubbornly.ts';
import type { Packed } from './pack-reply.ts';
import type { Letter, SendOnce } from './send-once.ts';

/** What sending needs. */
export type SendingDesk = {
  readonly once: SendOnce;
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
 * Sends the messages of a reply. If the picture is refused, the text goes alone. The receipt is that of the first
 * message; a later one that fails leaves the whole "unknown", as part of it has arrived.
 */
export async function sendPacked(
  { letters, fallback }: Packed,
  chat: string,
  { desk, first }: { readonly desk: SendingDesk; readonly first: SendFirst },
): Promise<Delivery> {
  const [head, ...rest] = letters;
  if (head === undefined) return { kind: 'never', why: 'emptyReply' };
  const delivery = await first(sender(head, chat, desk));
  if (fallback !== null && delivery.kind === 'never' && delivery.chatClosed !== true) {
    desk.log.warn('zaloBot.pictureRefused', { chat, why: delivery.why });
    return sendPacked(fallback, chat, { desk, first });
  }
  if (delivery.kind !== 'delivered') return delivery;
  for (const letter of rest) {
    const next = await stubbornly(desk)(sender(letter, chat, desk));
    if (next.kind !== 'delivered') return { kind: 'unknown', why: reasonOf(next) };
  }
  return delivery;
}

function sender(letter: Letter, chat: string, { once, sentAgain }: SendingDesk): SendMarked {
  return (again) => once(chat, again ? marked(letter, sentAgain) : letter);
}

function marked({ text, strong, photoUrl }: Letter, sentAgain: string): Letter {
  const mark = text === '' ? sentAgain : `${sentAgain}\n`;
  return {
    text: mark + text,
    strong: strong.map(({ start, length }) => ({ start: start + mark.length, length })),
    photoUrl,
  };
}

function reasonOf(delivery: Delivery): string {
  return 'why' in delivery ? delivery.why : delivery.kind;
}
