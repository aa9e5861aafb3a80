import { BOT_SECRET_HEADER, botWebhook, type Unconfirmed } from '#zalo-api-wrapper';

import type { Log } from '../../log.ts';
import { bodyOf, type Door, empty } from '../door.ts';
import type { Take } from './take-updates.ts';

/** The path Zalo is told to post to. */
export const WEBHOOK_PATH = '/zalo-bot/webhook';

type Receiving = {
  readonly secret: string;
  /** How the client is to read what no page confirms. */
  readonly unconfirmed: Partial<Unconfirmed>;
  readonly log: Log;
  /** Null = not listening yet, or no more: Zalo may bring it again. */
  readonly take: () => Take | null;
};

/** No message of 2,000 characters takes so many bytes. */
const MOST_BYTES = 64 * 1024;

/**
 * The receiving end of the webhook. An update is acknowledged as soon as it is written down that it came; its answer goes
 * out by the API. What cannot be read is acknowledged too: bringing it again would not make it readable.
 */
export function webhookDoor({ secret, unconfirmed, log, take }: Receiving): Door {
  const reader = botWebhook({ secret, unconfirmed });
  return {
    path: WEBHOOK_PATH,
    method: 'POST',
    mostBytes: MOST_BYTES,
    async handle(request) {
      const body = await bodyOf(request);
      if (body === null) return empty(400);
      const update = reader.read({ secret: request.headers.get(BOT_SECRET_HEADER), body });
      if (update === 'wrong-secret') return empty(401);
      if (update.kind === 'unreadable') {
        const { reason, places } = update;
        log.warn('zaloBot.updateUnreadable', { reason, places: places.join(' ') });
        return empty(200);
      }
      const taking = take();
      if (taking === null) return empty(503);
      await taking(update);
      return empty(200);
    },
  };
}
