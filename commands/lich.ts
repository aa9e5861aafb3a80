import type { Reception } from '../src/answers/reception.ts';
import { subscribe, subscribedIn } from '../src/answers/subscribe.ts';
import { exactName } from '../src/asking/question-text.ts';
import type { Command } from '../src/dialogue/command.ts';
import { readSubscription } from '../src/dialogue/read-subscription.ts';
import { subscriptionReplies } from '../src/replies/subscription-reply.ts';

/** Shows when this chat is sent what; with an hour, changes it. */
export function lich(reception: Reception): Command {
  return {
    async answer(_, asker) {
      const asked = readSubscription(asker.words);
      const subscribed = await subscribedIn(asker, reception);
      const wanted = asked.kind ?? (asked.limit === null ? null : 'alerts');
      const meant = subscribed.find(({ subscription: { kind } }) => kind === (wanted ?? kind));
      if (asker.words.trim() === '' || meant === undefined) {
        return subscriptionReplies.schedule(subscribed, asker);
      }
      const { kind } = meant.subscription;
      const name = asked.name === '' ? exactName(meant.agency) : asked.name;
      return subscribe({ ...asked, kind, name }, asker, reception);
    },
  };
}
