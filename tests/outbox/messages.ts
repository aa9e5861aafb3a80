import type { Outgoing } from '../../src/outbox/message.ts';
import { type Reply, textReply } from '../../src/replies/reply.ts';

export const SEVEN = Temporal.Instant.from('2026-11-23T07:00+07:00');

/** So many milliseconds after seven. */
export const after = (ms: number) => SEVEN.add({ milliseconds: ms });

export const says = (text: string): Reply => textReply([{ kind: 'text', line: [text] }]);

/** A message to group -1 for seven o'clock, never too late, that says its key; with `differences`. */
export function messageOf(
  key: string,
  { chat = '-1', ...differences }: Partial<Outgoing> & { readonly chat?: string } = {},
): Outgoing {
  return {
    key,
    channel: 'telegram',
    address: { chat, topic: null },
    reply: says(key),
    notBefore: SEVEN,
    notAfter: null,
    ...differences,
  };
}
