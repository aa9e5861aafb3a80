import type { Reception } from '../src/answers/reception.ts';
import { subscribe } from '../src/answers/subscribe.ts';
import type { Command } from '../src/dialogue/command.ts';
import { readSubscription } from '../src/dialogue/read-subscription.ts';

/** Subscribes this chat: to its agency's list of due dossiers, or to the leaders' digest. */
export function dangKy(reception: Reception): Command {
  return {
    answer: (_, asker) => subscribe(readSubscription(asker.words), asker, reception),
  };
}
