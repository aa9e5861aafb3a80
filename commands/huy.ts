import { namedAgency, type Reception } from '../src/answers/reception.ts';
import { subscribedIn } from '../src/answers/subscribe.ts';
import type { Command } from '../src/dialogue/command.ts';
import { readEnding } from '../src/dialogue/read-subscription.ts';
import { subscriptionReplies } from '../src/replies/subscription-reply.ts';

/** Ends what this chat has subscribed to: all of it, or what is of the kind or about the agency that is named. */
export function huy(reception: Reception): Command {
  return {
    async answer(_, asker) {
      const { kind, name } = readEnding(asker.words);
      const named = name === '' ? null : namedAgency(reception, name, (exact) => `/huy ${exact}`);
      if (named !== null && 'reply' in named) return named.reply;
      const ended = await reception.audience.unsubscribe(asker.channel, asker.chat, {
        kind,
        agency: named?.agency.id ?? null,
      });
      return subscriptionReplies.ended(ended, await subscribedIn(asker, reception));
    },
  };
}
