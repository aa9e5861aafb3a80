import type { Reception } from '../src/answers/reception.ts';
import type { Command } from '../src/dialogue/command.ts';
import { readSubscription } from '../src/dialogue/read-subscription.ts';
import { subscriptionReplies } from '../src/replies/subscription-reply.ts';

/** Ends what this chat has subscribed to: all of it, or the kind that is named. */
export function huy({ audience }: Reception): Command {
  return {
    async answer(_, { channel, chat, words }) {
      const { kind } = readSubscription(words);
      return subscriptionReplies.ended(
        await audience.unsubscribe(channel, chat, kind ?? undefined),
      );
    },
  };
}
