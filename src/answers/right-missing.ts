import { chatRef } from '../audience/chat-name.ts';
import { type Clock, dayOf } from '../clock.ts';
import { type Outbox, pushKey } from '../outbox/message.ts';
import { rightMissingReply } from '../replies/right-missing-reply.ts';
import { keeperChats, type KeeperRoom } from './keeper-chats.ts';

type Room = KeeperRoom & { readonly outbox: Pick<Outbox, 'put'>; readonly clock: Clock };

/**
 * Tells keepers, once a day, that Zalo takes nothing from the Official Account: every message meets the same refusal, and
 * only a person can mend it.
 */
export function tellRightMissing(room: Room): (why: string) => Promise<void> {
  const { outbox, clock } = room;
  let told = '';
  return async (why) => {
    const now = clock.now();
    const today = dayOf(now).toString();
    if (told === today) return;
    const reply = rightMissingReply(why);
    const notices = (await keeperChats(room)).map(({ channel, chat }) => ({
      key: pushKey('zalo-right', today, chatRef(channel, chat)),
      channel,
      address: { chat, topic: null },
      reply,
      notBefore: now,
      notAfter: null,
    }));
    await outbox.put(notices, now);
    told = today;
  };
}
