import { createHash, createHmac } from 'node:crypto';

import { isSameSecret } from '../same-secret.ts';
import type { OaSignature } from '../unconfirmed.ts';

/** What a signature is made of. */
export type SignedParts = {
  readonly appId: string;
  /** Null when the event does not say. */
  readonly oaId: string | null;
  /** The body as it came. */
  readonly body: string;
  /** As it stands in the body. */
  readonly timestamp: string;
  readonly key: string;
};

/** Whether a signature is right by one of the ways that are accepted, compared in constant time. */
export function isSigned(
  signature: string | null | undefined,
  ways: readonly OaSignature[],
  parts: SignedParts,
): boolean {
  const given = (signature ?? '').trim().replace(/^mac=/iu, '').toLowerCase();
  if (parts.key === '' || given === '') return false;
  const right = ways.map((way) => signatureOf(way, parts));
  // every way is tried, whichever fits, so that the time tells nothing
  return right.filter((one) => one !== null && isSameSecret(given, one)).length > 0;
}

/** The signature a delivery should bring, in lower-case hex; null when it cannot be made. */
function signatureOf(
  way: OaSignature,
  { appId, oaId, body, timestamp, key }: SignedParts,
): string | null {
  switch (way) {
    case 'sha256-of-app-id':
      return sha256(appId + body + timestamp + key);
    case 'sha256-of-oa-id':
      return oaId === null ? null : sha256(oaId + body + timestamp + key);
    case 'hmac-sha256':
      return createHmac('sha256', key)
        .update(appId + body + timestamp)
        .digest('hex');
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
