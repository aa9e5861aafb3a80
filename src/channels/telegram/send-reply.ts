import { faultText } from '../../log.ts';
import type { ChartRequest } from '../../replies/chart-request.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Delivery } from '../channel.ts';
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

/** A reply made ready for one chat: its messages in order, and, if it has a chart, the same without. */
export type Packed = {
  readonly letters: readonly Letter[];
  readonly withoutChart: readonly Letter[] | null;
};

/** Draws the chart, keeps the choices and composes the messages. */
export async function packReply(
  reply: Reply,
  ownership: { readonly chat: string; readonly owner: string },
  { deps, patience, compose, keysOf }: Desk,
): Promise<Packed> {
  const [photo, keyboard] = await Promise.all([
    drawn(reply.chart, deps, patience),
    keyboardOf(reply.choices, ownership, { keysOf, log: deps.log }),
  ]);
  const lettersOf = (withChart: boolean): readonly Letter[] => {
    const parts = compose(reply.blocks, withChart);
    return parts.map((part, index) => ({
      html: part.html,
      photo: part.withChart ? photo : null,
      keyboard: index === parts.length - 1 ? keyboard : null,
    }));
  };
  const withChart = photo !== null;
  return { letters: lettersOf(withChart), withoutChart: withChart ? lettersOf(false) : null };
}

/**
 * Sends the messages of a reply. If the photo is refused (a group may forbid them), the text goes alone. The receipt
 * is that of the first message; a later one that fails leaves the whole "unknown", as part of it has arrived.
 */
export async function sendPacked(
  packed: Packed,
  place: Place,
  { desk, first }: { readonly desk: Desk; readonly first: SendFirst },
): Promise<Delivery> {
  const [head, ...rest] = packed.letters;
  if (head === undefined) return { kind: 'never', why: 'emptyReply' };
  const sent = await first(place, head);
  if (sent.delivery.kind === 'never' && packed.withoutChart !== null) {
    desk.deps.log.warn('telegram.photoRefused', { chat: place.chat, why: sent.delivery.why });
    return sendPacked({ letters: packed.withoutChart, withoutChart: null }, place, { desk, first });
  }
  if (sent.delivery.kind !== 'delivered') return sent.delivery;
  let at: Place = { ...sent.place, replyTo: null };
  for (const letter of rest) {
    const next = await sendStubbornly(at, letter, desk.stubbornness);
    if (next.delivery.kind !== 'delivered')
      return { kind: 'unknown', why: reasonOf(next.delivery) };
    at = next.place;
  }
  return sent.delivery;
}

function reasonOf(delivery: Exclude<Delivery, { kind: 'delivered' }>): string {
  return delivery.kind === 'moved' ? 'moved' : delivery.why;
}

/** The picture, or null if there is none to be had in time. */
async function drawn(
  request: ChartRequest | null,
  { draw, wait, log }: TelegramDeps,
  { chartMs }: Patience,
): Promise<Uint8Array | null> {
  if (request === null) return null;
  const done = new AbortController();
  const tooLate = wait(chartMs, done.signal).then(() => null);
  try {
    const picture = await Promise.race([draw(request), tooLate]);
    if (picture === null) log.warn('telegram.chartTooLate', { kind: request.kind, chartMs });
    return picture;
  } catch (error) {
    log.warn('telegram.chartFailed', { kind: request.kind, why: faultText(error) });
    return null;
  } finally {
    done.abort();
  }
}
