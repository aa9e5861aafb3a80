import { createHash } from 'node:crypto';

import { BOT_SECRET_HEADER, botWebhook, type Unconfirmed } from '#zalo-api-wrapper';

import type { Log } from '../../log.ts';
import type { Take } from './take-updates.ts';

/** The path Zalo is told to post to. */
export const WEBHOOK_PATH = '/zalo-bot/webhook';

/** A door to mount in the app's HTTP server. */
export type WebhookDoor = {
  readonly path: string;
  handle(request: Request): Promise<Response>;
};

export type Door = {
  readonly secret: string;
  /** How the client is to read what no page confirms. */
  readonly unconfirmed: Partial<Unconfirmed>;
  readonly log: Log;
  /** Null = not listening yet, or no more: Zalo may bring it again. */
  readonly take: () => Take | null;
};

/** No message of 2,000 characters takes so many bytes; more is not read. */
const MOST_BYTES = 64 * 1024;

/**
 * The receiving end of the webhook. An update is acknowledged as soon as it is written down that it came; its answer goes
 * out by the API. What cannot be read is acknowledged too: bringing it again would not make it readable.
 */
export function webhookDoor({ secret, unconfirmed, log, take }: Door): WebhookDoor {
  const reader = botWebhook({ secret, unconfirmed });
  return {
    path: WEBHOOK_PATH,
    async handle(request) {
      const body = await bodyOf(request);
      if (typeof body === 'number') return empty(body);
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

/** A secret of the form Zalo takes, from the token: as unguessable, and the token does not follow from it. */
export function secretFrom(token: string): string {
  return createHash('sha256').update(`webhook ${token}`).digest('base64url');
}

/** The body, or why there is none: longer than anything Zalo sends, or broken off. */
async function bodyOf({ body }: Request): Promise<Uint8Array | 400 | 413> {
  if (body === null) return new Uint8Array();
  try {
    return (await readAtMost(body, MOST_BYTES)) ?? 413;
  } catch {
    return 400;
  }
}

/** Null = it is longer. */
async function readAtMost(
  body: ReadableStream<Uint8Array>,
  most: number,
): Promise<Uint8Array | null> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}

function empty(status: number): Response {
  return new Response(null, { status });
}
