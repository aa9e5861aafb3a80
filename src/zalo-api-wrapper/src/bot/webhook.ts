import * as z from 'zod';

import { ZaloEventUnreadable } from '../errors.ts';
import { jsonOf } from '../json.ts';
import { placesOf } from '../places.ts';
import { isSameSecret } from '../same-secret.ts';
import type { Unconfirmed } from '../unconfirmed.ts';
import { updateSchema } from './read-update.ts';
import type { BotUpdate } from './update.ts';

/** The header that brings the `secretToken` of `setWebhook`. */
export const BOT_SECRET_HEADER = 'x-bot-api-secret-token';

/**
 * Whether a delivery brought the secret, compared in constant time. `given`: the header, null when there is none. An
 * empty secret is never right.
 */
export function isBotSecret(given: string | null | undefined, secret: string): boolean {
  const same = isSameSecret(given ?? '', secret);
  return same && secret !== '';
}

const Envelope = z.object({ ok: z.literal(true), result: z.unknown().optional() });

/**
 * An update from the body of a webhook, in the documented envelope or bare; throws `ZaloEventUnreadable` and nothing
 * else.
 */
export function readBotUpdate(
  body: string | Uint8Array,
  unconfirmed?: Partial<Unconfirmed>,
): BotUpdate {
  const value = jsonOf(body);
  if (value === undefined) throw new ZaloEventUnreadable('not-json', []);
  const envelope = Envelope.safeParse(value);
  const update = updateSchema(unconfirmed).safeParse(
    envelope.success ? envelope.data.result : value,
  );
  if (!update.success) throw new ZaloEventUnreadable('form', placesOf(update.error));
  return update.data;
}
