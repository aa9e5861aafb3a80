import type { Unconfirmed } from '../unconfirmed.ts';
import type { OaEvent } from './event.ts';

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

/** Whether a delivery is Zalo's, compared in constant time. The caller checks that `OaEvent.at` is recent. */
export function isOaSignature(
  _delivery: SignedDelivery,
  _unconfirmed?: Partial<Unconfirmed>,
): boolean {
  throw new Error('to come');
}

/** An event from the body of a webhook, bare or in an envelope; throws `ZaloEventUnreadable` and nothing else. */
export function readOaEvent(
  _body: string | Uint8Array,
  _unconfirmed?: Partial<Unconfirmed>,
): OaEvent {
  throw new Error('to come');
}
