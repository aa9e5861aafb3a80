import type { Delivery } from '../channel.ts';
import type { Wait } from '../wait.ts';
import type { Place } from './heard.ts';
import { escapeHtml } from './html.ts';
import type { Letter, SendOnce } from './send-once.ts';
import type { Patience } from './settings.ts';

/** Where a message went at last (a group may have become a supergroup meanwhile) and what became of it. */
export type Sent = { readonly place: Place; readonly delivery: Delivery };

export type Stubbornness = {
  readonly once: SendOnce;
  readonly wait: Wait;
  readonly patience: Pick<Patience, 'attempts' | 'retryMs'>;
  /** First line of a message that may already have arrived. */
  readonly sentAgain: string;
};

/** Characters the mark of a repeated message takes, its line end included. */
export function roomForMark(sentAgain: string): number {
  return sentAgain.length + 1;
}

/**
 * Sends a message for which a person is waiting: follows a moved group, waits as long as Telegram asks, within
 * bounds. A message that may have arrived is repeated once, marked: better twice than no answer.
 */
export async function sendStubbornly(
  first: Place,
  letter: Letter,
  { once, wait, patience, sentAgain }: Stubbornness,
): Promise<Sent> {
  let place = first;
  let current = letter;
  let waitedMs = 0;
  for (let attempt = 1; ; attempt += 1) {
    const delivery = await once(place, current);
    if (
      delivery.kind === 'delivered' ||
      delivery.kind === 'never' ||
      attempt >= patience.attempts
    ) {
      return { place, delivery };
    }
    if (delivery.kind === 'moved') {
      place = { chat: delivery.to, topic: null, replyTo: place.replyTo };
    } else if (delivery.kind === 'unknown') {
      if (current !== letter) return { place, delivery };
      current = { ...letter, html: `<i>${escapeHtml(sentAgain)}</i>\n${letter.html}`.trimEnd() };
    } else {
      const pauseMs = Math.max(delivery.waitMs, 500 * 2 ** attempt);
      waitedMs += pauseMs;
      if (waitedMs > patience.retryMs) return { place, delivery };
      await wait(pauseMs);
    }
  }
}
