import type { Watch } from '../alerts/watch.ts';
import { chatRef } from '../audience/chat-name.ts';
import type { AlertSubscription, AudienceStore } from '../audience/store.ts';
import { type ListRoom, viewOf } from './list-for-chat.ts';

/** What is watched, and where in the chat it was asked for and is told; null = the chat itself. */
type WatchInTopic = Watch & { readonly topic: string | null };

/** A chat that is to be warned, and about what. */
export type AlertedChat = {
  readonly channel: string;
  readonly chat: string;
  readonly watches: readonly WatchInTopic[];
};

type Room = ListRoom & { readonly audience: Pick<AudienceStore, 'alertSubscriptions'> };

/** The chats that have subscribed to alerts: of what they may still see, and not of what rests. */
export async function alertedChats(room: Room): Promise<readonly AlertedChat[]> {
  const chats = new Map<string, AlertSubscription[]>();
  for (const subscription of await room.audience.alertSubscriptions()) {
    if (!(await isHeard(subscription, room))) continue;
    const ref = chatRef(subscription.channel, subscription.address.chat);
    chats.set(ref, [...(chats.get(ref) ?? []), subscription]);
  }
  return [...chats.values()].flatMap((subscriptions) => {
    const [first] = subscriptions;
    if (first === undefined) return [];
    const watches = subscriptions.map(({ agency, ownLimit: limit, since, address }) => ({
      agency,
      limit,
      since,
      topic: address.topic ?? null,
    }));
    return [{ channel: first.channel, chat: first.address.chat, watches }];
  });
}

async function isHeard(subscription: AlertSubscription, room: Room): Promise<boolean> {
  const { channel, address, agency: id, pausedBecause } = subscription;
  const { directory } = room.due;
  if (pausedBecause !== null || !directory.has(id)) return false;
  return (await viewOf({ channel, chat: address.chat, agency: directory.get(id) }, room)) !== null;
}
