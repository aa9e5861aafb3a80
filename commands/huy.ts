import type { Agency } from '../src/agencies/agency.ts';
import { placeOfCommune } from '../src/agencies/place.ts';
import { type NamedAgency, namedAgency, type Reception } from '../src/answers/reception.ts';
import { subscribedIn } from '../src/answers/subscribe.ts';
import { endingText } from '../src/answers/subscription-manner.ts';
import { exactIdsIn, exactName } from '../src/asking/question-text.ts';
import type { Asker } from '../src/audience/asker.ts';
import { dayOf } from '../src/clock.ts';
import type { Command } from '../src/dialogue/command.ts';
import { readEnding } from '../src/dialogue/read-subscription.ts';
import { noLonger } from '../src/queries/no-longer.ts';
import { dialogueReplies } from '../src/replies/dialogue-replies.ts';
import { subscriptionReplies } from '../src/replies/subscription-reply.ts';

/** Ends what this chat has subscribed to: all of it, or what is of the kind or about the agency that is named. */
export function huy(reception: Reception): Command {
  return {
    async answer(_, asker) {
      const { kind, name } = readEnding(asker.words);
      const named =
        name === '' ? null : namedAgency(reception, name, (exact) => endingText(kind, exact));
      if (named !== null && 'reply' in named) return named.reply;
      const agency = named === null ? null : await sentHere(named, asker, reception);
      if (agency !== null && exactIdsIn(name).length === 0) {
        // "Nha Trang" is the city that is no more; its ward is what the chat is sent.
        const meant = await newerOf(agency, asker, reception);
        const choices = meant.map((one) => ({
          agency: one,
          place: placeOfCommune(reception.directory, one),
          send: endingText(kind, exactName(one)),
        }));
        if (choices.length > 0) return dialogueReplies.whichAgency(name, choices);
      }
      const ended = await reception.audience.unsubscribe(asker.channel, asker.chat, {
        kind,
        agency: agency?.id ?? null,
      });
      return subscriptionReplies.ended(ended, await subscribedIn(asker, reception), asker);
    },
  };
}

/** Of those that bear a name the one that the chat is sent things of: an old subscription can be ended by its name. */
async function sentHere(
  { agency, others }: NamedAgency,
  asker: Asker,
  reception: Reception,
): Promise<Agency> {
  const sent = new Set((await subscribedIn(asker, reception)).map((one) => one.agency.id));
  const bearers = [agency, ...others.filter(({ name }) => name === agency.name)];
  const [only, ...more] = bearers.filter(({ id }) => sent.has(id));
  return only === undefined || more.length > 0 ? agency : only;
}

/** What an agency that is no more became, of what the chat is sent; nothing where it is sent of the old one itself. */
async function newerOf(agency: Agency, asker: Asker, reception: Reception) {
  const gone = noLonger(reception.directory, agency, dayOf(reception.clock.now()));
  const sent = new Set((await subscribedIn(asker, reception)).map((one) => one.agency.id));
  if (gone === null || sent.has(agency.id)) return [];
  return gone.successors.filter(({ id }) => sent.has(id));
}
