import { sentView, mayHaveDigest } from '../audience/rights.ts';
import type { AskerStanding } from '../audience/standing.ts';
import type { Binding, Subscription } from '../audience/store.ts';
import type { Reception } from './reception.ts';

/** Whether a chat of a standing may be sent this by itself. */
export function mayBeSent(
  { kind, agency }: Pick<Subscription, 'kind' | 'agency'>,
  standing: AskerStanding,
  { directory }: Pick<Reception, 'directory'>,
): boolean {
  const view = sentView(standing, agency, directory);
  return kind === 'leaderDigest' ? mayHaveDigest(view) : view !== null;
}

/** Ends what a chat may no longer be sent, now that it is bound as something else. */
export async function endForbidden(
  { channel, chat, role, agency: own }: Binding,
  reception: Reception,
): Promise<void> {
  const { audience } = reception;
  const standing = { role, agency: own, isKeeper: false };
  for (const { kind, agency } of await audience.subscriptionsOf(channel, chat)) {
    if (mayBeSent({ kind, agency }, standing, reception)) continue;
    await audience.unsubscribe(channel, chat, { kind, agency });
  }
}
