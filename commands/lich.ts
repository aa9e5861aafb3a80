import type { Reception } from '../src/answers/reception.ts';
import { replacedBy, subscribe, subscribedIn } from '../src/answers/subscribe.ts';
import { exactName } from '../src/asking/question-text.ts';
import type { Asker } from '../src/audience/asker.ts';
import type { Command } from '../src/dialogue/command.ts';
import { readSubscription } from '../src/dialogue/read-subscription.ts';
import { type Subscribed, subscriptionReplies } from '../src/replies/subscription-reply.ts';
import { uniqueBy } from '../src/unique-by.ts';

/** Shows when this chat is sent what; with an hour, changes it. */
export function lich(reception: Reception): Command {
  return {
    async answer(_, asker) {
      const asked = readSubscription(asker.words);
      const subscribed = await subscribedIn(asker, reception);
      const wanted = asked.kind ?? (asked.limit === null ? null : 'alerts');
      const meant = subscribed.find(({ subscription: { kind } }) => kind === (wanted ?? kind));
      if (asker.words.trim() === '' || meant === undefined) {
        return subscriptionReplies.schedule(
          subscribed,
          asker,
          goneIn(subscribed, asker, reception),
        );
      }
      const { kind } = meant.subscription;
      const name = asked.name === '' ? exactName(meant.agency) : asked.name;
      return subscribe({ ...asked, kind, name }, asker, reception);
    },
  };
}

/** What a chat waits for of agencies that are no more, each once. */
function goneIn(subscribed: readonly Subscribed[], asker: Asker, reception: Reception) {
  const each = uniqueBy(subscribed, ({ agency }) => agency.id);
  return each.flatMap(({ subscription: { kind }, agency }) => {
    const gone = replacedBy({ kind, agency }, asker, reception);
    return gone === null ? [] : [gone];
  });
}
