import type { Reception } from '../src/answers/reception.ts';
import { chatNames, type ChatOf } from '../src/audience/chat-name.ts';
import { mayHearOfOtherChats } from '../src/audience/rights.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { OutboxStore } from '../src/outbox/store.ts';
import { MOST_UNDELIVERED, undeliveredReply } from '../src/replies/undelivered-reply.ts';

type Room = {
  readonly outbox: Pick<OutboxStore, 'undelivered' | 'countUndelivered' | 'counts'>;
  readonly reception: Pick<Reception, 'audience' | 'clock' | 'botNames'>;
};

const DAYS = 7;

/** What the bot did not get to its chats in the last week, and why. */
export function chuaGui({ outbox, reception: { audience, clock, botNames = {} } }: Room): Command {
  return {
    async answer(_, asker) {
      const here = mayHearOfOtherChats(asker)
        ? undefined
        : { channel: asker.channel, chat: asker.chat };
      const since = clock.now().subtract({ hours: DAYS * 24 });
      const latest = await outbox.undelivered(since, { most: MOST_UNDELIVERED, chat: here });
      const nameOf = chatNames(await audience.bindings());
      const paused = (await subscribed(audience, here)).flatMap(
        ({ channel, address, kind, pausedBecause: because }) =>
          because === null
            ? []
            : [{ channel, chat: nameOf({ channel, chat: address.chat }), kind, because }],
      );
      return undeliveredReply({
        days: DAYS,
        total: await outbox.countUndelivered(since, here),
        messages: latest.map((message) => ({
          message,
          chat: nameOf({ channel: message.channel, chat: message.address.chat }),
        })),
        paused,
        botNames,
        counts: here === undefined ? await outbox.counts(since) : null,
      });
    },
  };
}

/** What all chats, or one, have subscribed to. */
async function subscribed(audience: Reception['audience'], here: ChatOf | undefined) {
  if (here !== undefined) return audience.subscriptionsOf(here.channel, here.chat);
  const kinds = ['morningList', 'leaderDigest'] as const;
  const onMornings = await Promise.all(kinds.map((kind) => audience.subscriptions(kind)));
  return [...onMornings.flat(), ...(await audience.alertSubscriptions())];
}
