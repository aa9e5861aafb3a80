import type { Outgoing } from '../../../src/outbox/message.ts';
import { messageOf, SEVEN } from '../messages.ts';
import { KILL_WAYS, type KillWay } from './ways.ts';

/** A killed process leaves so many stores behind, each at a point of its own. */
export const STORES = 4;

/** About as many messages as a process sends before it is killed. */
export const BATCH = 6;

/** Long over, so that everything is due at once. */
export const LONG_AGO = SEVEN.subtract({ hours: 24 * 365 });

/** The messages of a batch, in the chats of a messenger by turns; they come before those of later batches. */
export function batchOf(batch: number, way: KillWay): readonly Outgoing[] {
  const { channel, chats } = KILL_WAYS[way];
  return Array.from({ length: BATCH }, (_, index) => {
    const chat = chats[index % chats.length] ?? '';
    const notBefore = LONG_AGO.add({ seconds: batch });
    return messageOf(`${String(batch)}.${String(index)}`, { channel, chat, notBefore });
  });
}
