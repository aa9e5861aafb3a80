import type { Reply } from '../../replies/reply.ts';
import type { Delivery } from '../channel.ts';
import { isAboutMessage, reasonOf } from '../failed-delivery.ts';
import { documentOf, photoOf } from './attach.ts';
import type { KeysOf } from './choice-keys.ts';
import type { Compose } from './compose.ts';
import type { Place } from './heard.ts';
import { keyboardOf } from './keyboard.ts';
import type { Letter } from './send-once.ts';
import { type Sent, sendStubbornly, type Stubbornness } from './send-stubbornly.ts';
import type { Patience, TelegramDeps } from './settings.ts';

/** What sending a reply needs. */
export type Desk = {
  readonly deps: TelegramDeps;
  readonly patience: Patience;
  readonly stubbornness: Stubbornness;
  readonly compose: Compose;
  readonly keysOf: KeysOf;
};

/** How the first message of a reply is sent; what follows it is always sent stubbornly. */
export type SendFirst = (place: Place, letter: Letter) => Promise<Sent>;

/** A reply made ready for one chat: its messages in order, and the same without what the first of them carries. */
export type Packed = { readonly letters: readonly Letter[]; readonly fallback: Packed | null };

/** Draws the chart, makes the file, keeps the choices and composes the messages. */
export async function packReply(
  reply: Reply,
  ownership: { readonly chat: string; readonly owner: string },
  desk: Desk,
): Promise<Packed> {
  const { deps, compose, keysOf } = desk;
  const [chart, file, keyboard] = await Promise.all([
    photoOf(reply.chart, desk),
    documentOf(reply.file, desk),
    keyboardOf(reply.choices, ownership, { keysOf, log: deps.log }),
  ]);
  const packed = (along: { readonly chart: boolean; readonly file: boolean }): Packed => {
    const parts = compose(reply.blocks, along);
    // buttons belong under words, not under a bare file
    const last = Math.max(
      parts.findLastIndex(({ html }) => html !== ''),
      0,
    );
    const letters = parts.map(({ carries, html }, index) => ({
      html,
      attached: carries === null ? null : { chart, file }[carries],
      keyboard: index === last ? keyboard : null,
    }));
    const without = parts[0]?.carries ?? null;
    return { letters, fallback: without && packed({ ...along, [without]: false }) };
  };
  return packed({ chart: chart !== null, file: file !== null });
}

/**
 * Sends the messages of a reply. If a photo or file is refused (a group may forbid them), the rest goes alone. The
 * receipt is that of the first message; a later one that fails leaves the whole "unknown", as part of it has arrived.
 */
export async function sendPacked(
  packed: Packed,
  place: Place,
  { desk, first }: { readonly desk: Desk; readonly first: SendFirst },
): Promise<Delivery> {
  const [head, ...rest] = packed.letters;
  if (head === undefined) return { kind: 'never', why: 'emptyReply' };
  const sent = await first(place, head);
  if (packed.fallback !== null && isAboutMessage(sent.delivery)) {
    desk.deps.log.warn('telegram.attachmentRefused', {
      chat: place.chat,
      why: reasonOf(sent.delivery),
    });
    return sendPacked(packed.fallback, place, { desk, first });
  }
  if (sent.delivery.kind !== 'delivered') return sent.delivery;
  const failed = await sendRest(rest, { ...sent.place, replyTo: null }, desk);
  return failed === null ? sent.delivery : { kind: 'unknown', why: reasonOf(failed) };
}

/** Sends what follows the first message; null = all of it is out, but for files that are refused. */
async function sendRest(
  letters: readonly Letter[],
  first: Place,
  desk: Desk,
): Promise<Exclude<Delivery, { kind: 'delivered' }> | null> {
  let at = first;
  for (const letter of letters) {
    const { delivery, place } = await sendStubbornly(at, letter, desk.stubbornness);
    if (letter.attached !== null && isAboutMessage(delivery)) {
      desk.deps.log.warn('telegram.attachmentRefused', {
        chat: place.chat,
        why: reasonOf(delivery),
      });
    } else if (delivery.kind !== 'delivered') return delivery;
    at = place;
  }
  return null;
}
