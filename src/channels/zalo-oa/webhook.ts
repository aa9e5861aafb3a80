import { createHash } from 'node:crypto';

import { OA_SIGNATURE_HEADER, type OaEvent, oaWebhook, type Unconfirmed } from '#zalo-api-wrapper';

import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { bodyOf, type Door, empty } from '../door.ts';
import { firstTime } from '../first-time.ts';
import { ZALO_OA } from '../names.ts';
import { roomLog } from '../room-log.ts';
import type { SeenEvents } from '../seen-events.ts';

/**
 * The path to be named in the settings of the app at developers.zalo.me.
 *
 * @internal Exported for tests.
 */
export const WEBHOOK_PATH = '/zalo-oa/webhook';

type Receiving = {
  readonly appId: string;
  readonly webhookKey: string;
  readonly unconfirmed: Partial<Unconfirmed>;
  readonly seen: SeenEvents;
  readonly clock: Clock;
  readonly log: Log;
  /** What takes over events without making their bringer wait; null = not ready, Zalo shall bring them again. */
  readonly take: () => ((event: OaEvent) => void) | null;
};

/** A delivery that was recorded on its way is of no use to anybody after so long; clocks may differ as much. */
const WINDOW_MS = 300_000;

/** No event is longer. */
const MOST_BYTES = 200_000;

/** The receiving end of the webhook. Answers go by the API: the response only says that the event has arrived. */
export function webhookDoor(receiving: Receiving): Door {
  const { clock, log, take } = receiving;
  const reader = oaWebhook(receiving);
  const isNew = firstTime(ZALO_OA, { ...receiving, log: roomLog('zaloOa', log) });

  /** Whether an event is for us, the first time and in time. */
  async function isFresh(event: OaEvent, body: Uint8Array): Promise<boolean> {
    if (Math.abs(clock.now().epochMilliseconds - event.at) > WINDOW_MS) {
      log.warn('zaloOa.deliveryTooOld', { event: event.eventName });
      return false;
    }
    return isNew(event.key ?? createHash('sha256').update(body).digest('base64url'));
  }

  return {
    path: WEBHOOK_PATH,
    method: 'POST',
    mostBytes: MOST_BYTES,
    async handle(request) {
      const body = await bodyOf(request);
      if (body === null) return empty(400);
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
      if (event.isEcho) return empty(200);
      if (event.kind === 'other') {
        // whoever runs the account may want to have it read
        log.info('zaloOa.eventIgnored', { event: event.eventName });
        return empty(200);
      }
      const taking = take();
      if (taking === null) return empty(503);
      if (await isFresh(event, body)) taking(event);
      return empty(200);
    },
  };
}
