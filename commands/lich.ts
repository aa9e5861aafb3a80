import type { Reception } from '../src/answers/reception.ts';
import { subscribe, subscribedIn } from '../src/answers/subscribe.ts';
import type { Command } from '../src/dialogue/command.ts';
import { readSubscription } from '../src/dialogue/read-subscription.ts';
import { subscriptionReplies } from '../src/replies/subscription-reply.ts';

/** Shows when this chat is sent what; with an hour, changes it. */
export function lich(reception: Reception): Command {
  return {
    async answer(_, asker) {
      const asked = readSubscription(asker.words);
      const subscribed = await subscribedIn(asker, reception);
      const [first] = subscribed;
      if (asker.words.trim() === '' || first === undefined) {
        return subscriptionReplies.schedule(subscribed);
      }
      return subscribe({ ...asked, kind: asked.kind ?? first.subscription.kind }, asker, reception);
    },
  };
}
