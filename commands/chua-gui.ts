import type { Reception } from '../src/answers/reception.ts';
import { mayHearOfOtherChats } from '../src/audience/rights.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { OutboxStore } from '../src/outbox/store.ts';
import { undeliveredReply } from '../src/replies/undelivered-reply.ts';

type Room = {
  readonly outbox: Pick<OutboxStore, 'undelivered' | 'counts'>;
  readonly reception: Pick<Reception, 'audience' | 'clock'>;
};

const DAYS = 7;
/** More are counted, not read. */
const MOST = 200;

/** What the bot did not get to its chats in the last week, and why. */
export function chuaGui({ outbox, reception: { audience, clock } }: Room): Command {
  return {
    async answer(_, asker) {
      const isOurs = ({ channel, chat }: { readonly channel: string; readonly chat: string }) =>
        mayHearOfOtherChats(asker) || (channel === asker.channel && chat === asker.chat);
      const since = clock.now().subtract({ hours: DAYS * 24 });
      const [undelivered, counts, bindings] = await Promise.all([
        outbox.undelivered(since, MOST),
        outbox.counts(since),
        audience.bindings(),
      ]);
      const subscribed = [
        ...(await audience.subscriptions('morningList')),
        ...(await audience.subscriptions('leaderDigest')),
      ];
      const nameOf = (channel: string, chat: string) =>
        bindings.find((one) => one.channel === channel && one.chat === chat)?.title ??
        `${channel}:${chat}`;
      return undeliveredReply({
        days: DAYS,
        messages: undelivered
          .filter(({ channel, address }) => isOurs({ channel, chat: address.chat }))
          .map((message) => ({ message, chat: nameOf(message.channel, message.address.chat) })),
        paused: subscribed
          .filter(({ channel, address }) => isOurs({ channel, chat: address.chat }))
          .flatMap(({ channel, address, kind, pausedBecause }) =>
            pausedBecause === null
              ? []
              : [{ chat: nameOf(channel, address.chat), kind, because: pausedBecause }],
          ),
        counts: mayHearOfOtherChats(asker) ? counts : null,
      });
    },
  };
}
