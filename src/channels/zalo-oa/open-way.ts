import type { Recipient } from './chat-ids.ts';
import { deliveryOf, type Failed, nothingOut } from './faults.ts';
import type { Sending } from './send-letter.ts';

/**
 * Sees to the tokens, which may take long and sends nothing: a process that dies over it leaves no message of which nobody
 * knows whether it is out. Resolves to what is in the way, null = nothing; never rejects.
 */
export async function openWay(
  { kind: to }: Recipient,
  { oa, clock, sendMs }: Sending,
): Promise<Failed | null> {
  try {
    await oa.haveTokens({ timeoutMs: sendMs });
    return null;
  } catch (error) {
    return nothingOut(deliveryOf(error, { to, withPicture: false, now: clock.now() }));
  }
}
