import { ZaloEventUnreadable } from '../errors.ts';
import { jsonOf } from '../json.ts';
import { placesOf } from '../places.ts';
import { isSameSecret } from '../same-secret.ts';
import { signatureOf, type Unconfirmed, UNCONFIRMED } from '../unconfirmed.ts';
import type { OaEvent } from './event.ts';
import { eventOf, oaIdOf, RawOaEvent } from './read-event.ts';

/** The header that brings the signature of a delivery. */
export const OA_SIGNATURE_HEADER = 'x-zevent-signature';

/** What a signature is checked against. */
export type SignedDelivery = {
  /** The header, null when there is none. */
  readonly signature: string | null | undefined;
  /** The body as it came, byte for byte. */
  readonly body: string | Uint8Array;
  readonly appId: string;
  /** The key of the webhook settings of the account (not the app secret). */
  readonly webhookKey: string;
};

/**
 * Whether a delivery is Zalo's, compared in constant time. The caller checks that `OaEvent.at` is recent, so that an old
 * delivery cannot be played again.
 */
export function isOaSignature(
  { signature, body, appId, webhookKey }: SignedDelivery,
  unconfirmed: Partial<Unconfirmed> = {},
): boolean {
  const { oaSignatures } = { ...UNCONFIRMED, ...unconfirmed };
  const given = (signature ?? '').trim().replace(/^mac=/iu, '').toLowerCase();
  const raw = RawOaEvent.safeParse(jsonOf(body));
  if (!raw.success || webhookKey === '' || given === '') return false;
  const parts = {
    appId,
    oaId: oaIdOf(raw.data),
    body: typeof body === 'string' ? body : new TextDecoder().decode(body),
    timestamp: raw.data.timestamp,
    key: webhookKey,
  };
  const right = oaSignatures.map((way) => signatureOf(way, parts));
  // every way is tried, whichever fits, so that the time tells nothing
  return right.filter((one) => one !== null && isSameSecret(given, one)).length > 0;
}

/** An event from the body of a webhook, bare or in an envelope; throws `ZaloEventUnreadable` and nothing else. */
export function readOaEvent(
  body: string | Uint8Array,
  unconfirmed: Partial<Unconfirmed> = {},
): OaEvent {
  const value = jsonOf(body);
  if (value === undefined) throw new ZaloEventUnreadable('not-json', []);
  const raw = RawOaEvent.safeParse(value);
  if (!raw.success) throw new ZaloEventUnreadable('form', placesOf(raw.error));
  return eventOf(raw.data, { ...UNCONFIRMED, ...unconfirmed });
}
