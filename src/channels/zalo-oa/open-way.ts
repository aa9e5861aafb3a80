import type { Packed } from '../pack-plain.ts';
import type { Recipient } from './chat-ids.ts';
import { deliveryOf, type Failed, nothingOut } from './faults.ts';
import type { Sending } from './send-letter.ts';

/**
 * Does what may take long and sends nothing: sees to the tokens, uploads the pictures. A process that dies over it leaves
 * no message of which nobody knows whether it is out. Resolves to what is in the way, null = nothing; never rejects.
 */
export async function openWay(
  { letters }: Packed<Uint8Array>,
  { kind: to }: Recipient,
  { oa, uploads, clock, sendMs }: Sending,
): Promise<Failed | null> {
  try {
    await oa.haveTokens({ timeoutMs: sendMs });
  } catch (error) {
    return nothingOut(deliveryOf(error, { to, withPicture: false, now: clock.now() }));
  }
  const pictures = letters.flatMap(({ picture }) => (picture === null ? [] : [picture]));
  // One that fails is tried once more when its turn has come, and its fault told then.
  await Promise.all(pictures.map((picture) => uploads.idOf(picture).catch(() => null)));
  return null;
}
