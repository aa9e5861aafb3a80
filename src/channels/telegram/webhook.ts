import { timingSafeEqual } from 'node:crypto';

import { type Door, empty } from '../door.ts';
import type { Wait } from '../wait.ts';
import { closeInTime, openSlot, type ResponseSlot, type WebhookCall } from './response-slot.ts';
import { NumberedUpdate } from './update.ts';

/** The path Telegram is told to post to. */
export const WEBHOOK_PATH = '/telegram/webhook';

type Receiving = {
  readonly secret: string;
  readonly responseMs: number;
  readonly wait: Wait;
  /** Null = not listening yet, or no more: Telegram shall bring it again. */
  readonly take: () => ((update: unknown, slot: ResponseSlot) => void) | null;
};

/** Updates remembered, so that one brought twice is answered once. */
const REMEMBERED = 1_000;

/**
 * The receiving end of the webhook. An answer that is ready in time travels in the response; if it is not, the update
 * is acknowledged and the answer sent by the API, so that Telegram never brings it again for our slowness. An update
 * brought twice gets the same response, as Telegram repeats it only when it has not got the first.
 */
export function webhookDoor({ secret, responseMs, wait, take }: Receiving): Door {
  const expected = Buffer.from(secret);
  const closing = closeInTime(responseMs, wait);
  const given = new Map<number, Promise<WebhookCall | null>>();

  function receive(id: number, update: unknown): Promise<WebhookCall | null> | null {
    const before = given.get(id);
    if (before !== undefined) return before;
    const taking = take();
    if (taking === null) return null;
    const answer = openSlot();
    taking(update, answer.slot);
    void answer.given.then(closing(answer.slot));
    given.set(id, answer.given);
    for (const oldest of given.keys()) {
      if (given.size <= REMEMBERED) break;
      given.delete(oldest);
    }
    return answer.given;
  }

  return {
    path: WEBHOOK_PATH,
    method: 'POST',
    mostBytes: null,
    async handle(request) {
      const brought = request.headers.get('x-telegram-bot-api-secret-token') ?? '';
      if (!isSame(Buffer.from(brought), expected)) return empty(401);
      const update = await jsonOf(request);
      const number = NumberedUpdate.safeParse(update);
      // acknowledged, because bringing it again would not make it readable
      if (!number.success) return empty(200);
      const answer = receive(number.data.update_id, update);
      if (answer === null) return empty(503);
      const call = await answer;
      return call === null ? empty(200) : json(call);
    },
  };
}

/** Takes equal time wherever the two differ; their length is no secret. */
function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Not `Response.json`, which the app's server can only send as a stream: a quarter of the throughput. */
function json(call: WebhookCall): Response {
  return new Response(JSON.stringify(call), { headers: { 'content-type': 'application/json' } });
}

async function jsonOf(request: Request): Promise<unknown> {
  try {
    const body: unknown = await request.json();
    return body;
  } catch {
    return null;
  }
}
