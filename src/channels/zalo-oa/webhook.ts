import { createHash } from 'node:crypto';

import { OA_SIGNATURE_HEADER, type OaEvent, oaWebhook, type Unconfirmed } from '#zalo-api-wrapper';

import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { SeenEvents } from '../seen-events.ts';
import { ZALO_OA } from './chat-ids.ts';

/**
 * The path to be named in the settings of the app at developers.zalo.me.
 *
 * @internal Exported for tests.
 */
export const WEBHOOK_PATH = '/zalo-oa/webhook';

/** A door to mount in the app's HTTP server. */
export type WebhookDoor = {
  readonly path: string;
  handle(request: Request): Promise<Response>;
};

export type Door = {
  readonly appId: string;
  readonly webhookKey: string;
  readonly unconfirmed: Partial<Unconfirmed>;
  readonly seen: SeenEvents;
  readonly clock: Clock;
  readonly log: Log;
  /** What takes over events without making their bringer wait; null = not ready, Zalo shall bring them again. */
  readonly taker: () => ((event: OaEvent) => void) | null;
};

/** A delivery that was recorded on its way is of no use to anybody after so long; clocks may differ as much. */
const WINDOW_MS = 300_000;

/** No event is longer; a stranger must not fill the memory. */
const LONGEST_BODY = 200_000;

/** The receiving end of the webhook. Answers go by the API: the response only says that the event has arrived. */
export function webhookDoor(door: Door): WebhookDoor {
  const { seen, clock, log, taker } = door;
  const reader = oaWebhook(door);

  /** Whether an event is for us, the first time and in time. */
  async function isFresh(event: OaEvent, body: Uint8Array): Promise<boolean> {
    const now = clock.now();
    if (Math.abs(now.epochMilliseconds - event.at) > WINDOW_MS) {
      log.warn('zaloOa.deliveryTooOld', { event: event.eventName });
      return false;
    }
    const key = event.key ?? createHash('sha256').update(body).digest('base64url');
    return seen.isNew(ZALO_OA, key, now);
  }

  return {
    path: WEBHOOK_PATH,
    async handle(request) {
      const body = await bodyOf(request);
      if (typeof body === 'number') return empty(body);
      const signature = request.headers.get(OA_SIGNATURE_HEADER);
      const event = reader.read({ signature, body });
      if (event === 'wrong-signature') {
        log.warn('zaloOa.wrongSignature');
        return empty(401);
      }
      // Acknowledged, because bringing it again would change nothing.
      if (event.kind === 'unreadable') {
        log.warn('zaloOa.eventUnreadable', { places: event.places.join(' ') });
        return empty(200);
      }
      if (event.isEcho || event.kind === 'other') return empty(200);
      const take = taker();
      if (take === null) return empty(503);
      if (await isFresh(event, body)) take(event);
      return empty(200);
    },
  };
}

/** The body, or why there is none: longer than any event, or broken off. Without a length told it is counted as it comes. */
async function bodyOf({ body }: Request): Promise<Uint8Array | 400 | 413> {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const pieces: AsyncIterable<Uint8Array> = body;
    for await (const chunk of pieces) {
      size += chunk.byteLength;
      if (size > LONGEST_BODY) return 413;
      chunks.push(chunk);
    }
  } catch {
    return 400;
  }
  return Buffer.concat(chunks);
}

function empty(status: number): Response {
  return new Response(null, { status });
}
