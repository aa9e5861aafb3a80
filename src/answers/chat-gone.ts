import { chatNames, type ChatOf, chatRef } from '../audience/chat-name.ts';
import type { Keeper } from '../audience/standing-of.ts';
import type { AudienceStore } from '../audience/store.ts';
import { type Clock, dayOf } from '../clock.ts';
import { type Outbox, type Outgoing, pushKey } from '../outbox/message.ts';
import { chatGoneReply } from '../replies/chat-gone-reply.ts';
import type { BotNames } from '../replies/in-group.ts';
import type { Reply } from '../replies/reply.ts';

type Room = {
  readonly audience: Pick<AudienceStore, 'bindingOf' | 'subscriptionsOf' | 'pause'>;
  readonly outbox: Pick<Outbox, 'put'>;
  readonly clock: Clock;
  readonly keepers: readonly Keeper[];
  readonly botNames: BotNames;
};

/**
 * The bot can no longer write to a chat: what it is sent rests, and each keeper is told, once a day. `because` is the
 * messenger's word.
 */
export async function chatGone(
  { channel, chat }: ChatOf,
  because: string,
  { audience, outbox, clock, keepers, botNames }: Room,
): Promise<void> {
  const now = clock.now();
  const binding = await audience.bindingOf(channel, chat);
  const subscribed = await audience.subscriptionsOf(channel, chat);
  await audience.pause(channel, chat, because);
  // Nothing was sent there, or it rests already: nobody misses anything.
  if (subscribed.every(({ pausedBecause }) => pausedBecause !== null)) return;
  const name = chatNames(binding === null ? [] : [binding])({ channel, chat });
  const about = chatRef(channel, chat);
  const reply = chatGoneReply({ name, channel, because }, botNames);
  await outbox.put(
    keepers.map((keeper) => noticeTo(keeper, { about, reply, now })),
    now,
  );
}

type Notice = { readonly about: string; readonly reply: Reply; readonly now: Temporal.Instant };

/** A keeper's private chat has the keeper's own id, in Telegram and Zalo alike. */
function noticeTo({ channel, person }: Keeper, { about, reply, now }: Notice): Outgoing {
  return {
    key: pushKey('chat-gone', dayOf(now).toString(), chatRef(channel, person), `about ${about}`),
    channel,
    address: { chat: person, topic: null },
    reply,
    notBefore: now,
    notAfter: null,
  };
}
