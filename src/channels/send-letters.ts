import type { Delivery } from './channel.ts';
import { isAboutMessage, reasonOf } from './failed-delivery.ts';
import type { Letter, Packed } from './pack-plain.ts';
import type { RoomLog } from './room-log.ts';
import { type SendMarked, sendStubbornly, type Stubbornness } from './send-stubbornly.ts';

/** Sends one message once and says what became of it; never rejects. */
export type SendOnce<Picture> = (chat: string, letter: Letter<Picture>) => Promise<Delivery>;

/** What sending needs. */
export type SendingDesk<Picture> = {
  readonly once: SendOnce<Picture>;
  readonly stubbornness: Stubbornness;
  /** First line of a message that may already have arrived. */
  readonly sentAgain: string;
  readonly log: RoomLog;
};

/**
 * How the first message of a reply is sent; what follows it is always sent stubbornly. `plainer`: sent again it goes without
 * its picture, which may be what Zalo could not deal with.
 */
export type SendFirst = (send: SendMarked, plainer: boolean) => Promise<Delivery>;

/** A person waits for it. */
export function stubbornly({ stubbornness }: { readonly stubbornness: Stubbornness }): SendFirst {
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
 * is that of the first message; later words that fail leave the whole "unknown", as part of it has arrived.
 */
export async function sendLetters<Picture>(
  packed: Packed<Picture>,
  chat: string,
  { desk, first }: { readonly desk: SendingDesk<Picture>; readonly first: SendFirst },
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
    desk.log.warn('pictureNotSent', { chat, why: reasonOf(delivery) });
    return sendLetters(way.fallback, chat, { desk, first });
  }
  if (delivery.kind !== 'delivered') return delivery;
  return (await sendRest(way.letters.slice(1), chat, desk)) ?? delivery;
}

/** Sends what follows the first message; null = all words of it are out. A picture by itself is only left out. */
async function sendRest<Picture>(
  letters: readonly Letter<Picture>[],
  chat: string,
  desk: SendingDesk<Picture>,
): Promise<Delivery | null> {
  for (const letter of letters) {
    const delivery = await sendStubbornly(sender(letter, chat, desk), desk.stubbornness);
    if (delivery.kind === 'delivered') continue;
    if (letter.text !== '') return { kind: 'unknown', why: reasonOf(delivery) };
    desk.log.warn('pictureNotSent', { chat, why: reasonOf(delivery) });
  }
  return null;
}

function sender<Picture>(
  letter: Letter<Picture>,
  chat: string,
  { once, sentAgain }: SendingDesk<Picture>,
): SendMarked {
  return async (again) => {
    if (!again) return once(chat, letter);
    // a picture by itself has no place for the mark; what may be there is not sent a second time without it
    if (letter.text === '') return { kind: 'unknown', why: 'pictureMayBeThere' };
    return once(chat, marked(letter, sentAgain));
  };
}

function marked<Picture>({ text, strong, picture }: Letter<Picture>, sentAgain: string) {
  const mark = `${sentAgain}\n`;
  const moved = strong.map(({ start, length }) => ({ start: start + mark.length, length }));
  return { text: mark + text, strong: moved, picture };
}
