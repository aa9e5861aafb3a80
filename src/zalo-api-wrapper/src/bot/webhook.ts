import * as z from 'zod';

import { jsonOf } from '../json.ts';
import { placesOf } from '../places.ts';
import { isSameSecret } from '../same-secret.ts';
import type { Unconfirmed } from '../unconfirmed.ts';
import { type Unreadable, unreadable } from '../unreadable.ts';
import { updateSchema } from './read-update.ts';
import type { BotUpdate } from './update.ts';

/** The header that brings the `secretToken` of `setWebhook`. */
export const BOT_SECRET_HEADER = 'x-bot-api-secret-token';

/** How to know deliveries of a bot. */
export type BotWebhookOptions = {
  /** The `secretToken` of `setWebhook`. An empty one is never right. */
  readonly secret: string;
  readonly unconfirmed?: Partial<Unconfirmed>;
};

/** One delivery as it came. */
export type BotDelivery = {
  /** The header, null when there is none. */
  readonly secret: string | null | undefined;
  readonly body: string | Uint8Array;
};

/** Reads deliveries of the webhook of a bot. Never throws. */
export type BotWebhookReader = {
  read(delivery: BotDelivery): BotUpdate | Unreadable | 'wrong-secret';
};

const Envelope = z.object({ ok: z.literal(true), result: z.unknown().optional() });

/**
 * The receiving end of a bot's webhook: who brings the secret, compared in constant time, is Zalo; updates come in the
 * documented envelope or bare.
 */
export function botWebhook({ secret, unconfirmed }: BotWebhookOptions): BotWebhookReader {
  const Update = updateSchema(unconfirmed);
  return {
    read({ secret: given, body }) {
      const isSame = isSameSecret(given ?? '', secret);
      if (!isSame || secret === '') return 'wrong-secret';
      const value = jsonOf(body);
      if (value === undefined) return unreadable('not-json', []);
      const envelope = Envelope.safeParse(value);
      const update = Update.safeParse(envelope.success ? envelope.data.result : value);
      return update.success ? update.data : unreadable('form', placesOf(update.error));
    },
  };
}
