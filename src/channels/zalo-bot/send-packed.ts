import type { Log } from '../../log.ts';
import type { Delivery } from '../channel.ts';
import { isAboutMessage, reasonOf } from '../failed-delivery.ts';
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

/**
 * How the first message of a reply is sent; what follows it is always sent stubbornly. `plainer`: sent again it goes without
 * its picture, which may be what Zalo could not deal with.
 */
export type SendFirst = (send: SendMarked, plainer: boolean) => Promise<Delivery>;

/** A person waits for it. */
export function stubbornly({ stubbornness }: Pick<SendingDesk, 'stubbornness'>): SendFirst {
  return (send) => sendStubbornly(send, stubbornness);
}

/**
 * The outbox waits and repeats by a plan of its own that survives a restart. Only the words of a picture nothing is heard
 * of go at once, as repeating it would end the same way; there are never more than two of them.
 */
export const onlyOnce: SendFirst = async (send, plainer) => {
  const delivery = await send(false);
  if (delivery.kind !== 'unknown' || !plainer) return delivery;
  const words = await send(true);
  if (words.kind === 'delivered') return words;
  return words.kind === 'unknown' ? { kind: 'never', why: words.why } : delivery;
};

/**
 * Sends the messages of a reply. If the picture is refused, or nothing is heard of it, the text goes alone. The receipt
 * is that of the first message; a later one that fails leaves the whole "unknown", as part of it has arrived.
 */
export async function sendPacked(
  packed: Packed,
  chat: string,
  { desk, first }: { readonly desk: SendingDesk; readonly first: SendFirst },
): Promise<Delivery> {
  const [head] = packed.letters;
  if (head === undefined) return { kind: 'never', why: 'emptyReply' };
  const { fallback } = packed;
  // what the outbox repeats has its mark already
  const plainer = fallback !== null && !head.text.startsWith(desk.sentAgain);
  let way = packed;
  const delivery = await first((again) => {
    if (again && plainer) way = fallback;
    return sender(way.letters[0] ?? head, chat, desk)(again);
  }, plainer);
  if (way.fallback !== null && isAboutMessage(delivery)) {
    desk.log.warn('zaloBot.pictureRefused', { chat, why: reasonOf(delivery) });
    return sendPacked(way.fallback, chat, { desk, first });
  }
  if (delivery.kind !== 'delivered') return delivery;
  for (const letter of way.letters.slice(1)) {
    const next = await sendStubbornly(sender(letter, chat, desk), desk.stubbornness);
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
