import type { Lease, Message, OutboxStore, Try } from '../../src/outbox/store.ts';
import { SEVEN } from '../outbox/messages.ts';

export const SENT = { kind: 'sent', receipt: '7' } as const;

/** A lease from a moment on, for a minute. */
export function leaseAt(at: Temporal.Instant, owner = 'test'): Lease {
  return { owner, at, until: at.add({ minutes: 1 }) };
}

/** Takes the message of a chat that is due; fails when there is none. */
export async function claimed(
  store: OutboxStore,
  { chat = '-1', at = SEVEN }: { readonly chat?: string; readonly at?: Temporal.Instant } = {},
): Promise<Message & Try> {
  const due = (await store.due('telegram', at)).find(({ address }) => address.chat === chat);
  if (due === undefined) throw new Error(`nothing due in ${chat}`);
  const message = await store.read(due.id, at);
  const held = await store.claim(due.id, leaseAt(at));
  if (message === null || held === null) throw new Error(`${String(due.id)} is not to be had`);
  return { ...message, ...held };
}

/** The keys of what is due, in order. */
export async function dueChats(store: OutboxStore, at = SEVEN): Promise<readonly string[]> {
  return (await store.due('telegram', at)).map(({ address }) => address.chat);
}
