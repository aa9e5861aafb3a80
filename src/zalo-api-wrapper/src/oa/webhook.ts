import { jsonOf } from '../json.ts';
import { switched, type Unconfirmed } from '../unconfirmed.ts';
import { type Unreadable, unreadable } from '../unreadable.ts';
import type { OaEvent } from './event.ts';
import { eventOf, oaIdOf, RawOaEvent } from './read-event.ts';
import { isSigned } from './signature.ts';

/** The header that brings the signature of a delivery. */
export const OA_SIGNATURE_HEADER = 'x-zevent-signature';

/** How to know deliveries for an app. */
export type OaWebhookOptions = {
  readonly appId: string;
  /** The key of the webhook settings of the account (not the app secret). With an empty one no signature is right. */
  readonly webhookKey: string;
  readonly unconfirmed?: Partial<Unconfirmed>;
};

/** One delivery as it came. */
export type OaDelivery = {
  /** The header, null when there is none. */
  readonly signature: string | null | undefined;
  /** The body, byte for byte: that is what is signed. */
  readonly body: string | Uint8Array;
};

/** Reads deliveries of the webhook of an account. Never throws. */
export type OaWebhookReader = {
  /** A body without a moment cannot be signed: it is `wrong-signature`, whatever it is. */
  read(delivery: OaDelivery): OaEvent | Unreadable | 'wrong-signature';
};

/**
 * The receiving end of an account's webhook. The caller checks that `OaEvent.at` is recent, so that an old delivery
 * cannot be played again.
 */
export function oaWebhook({ appId, webhookKey, unconfirmed }: OaWebhookOptions): OaWebhookReader {
  const { oaSignatures, groupIdAt } = switched(unconfirmed);
  return {
    read({ signature, body }) {
      const raw = RawOaEvent.safeParse(jsonOf(body)).data;
      if (raw === undefined) return 'wrong-signature';
      const parts = {
        appId,
        oaId: oaIdOf(raw),
        body: typeof body === 'string' ? body : new TextDecoder().decode(body),
        timestamp: raw.timestamp,
        key: webhookKey,
      };
      if (!isSigned(signature, oaSignatures, parts)) return 'wrong-signature';
      const { event_name } = raw;
      if (event_name === null) return unreadable('form', ['event_name']);
      return eventOf({ ...raw, event_name }, { groupIdAt });
    },
  };
}
