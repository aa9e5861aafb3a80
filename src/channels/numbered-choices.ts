import type { Clock } from '../clock.ts';
import { choose } from '../dialogue/choose.ts';
import { cleanText } from '../dialogue/clean-text.ts';
import type { Choice } from '../replies/reply.ts';
import type { Capabilities } from './capabilities.ts';
import type { ChoiceListStore } from './choice-store.ts';

/** Choices where there are no buttons: "1. label", a line each. */
export function numbered(choices: readonly Choice[]): readonly string[] {
  return choices.map(({ label }, index) => `${index + 1}. ${label}`);
}

/** How choices stand in a message: not at all where there are buttons for them, else a line each and how to take one. */
export function choiceLines(
  choices: readonly Choice[],
  { buttons }: Pick<Capabilities, 'buttons'>,
  howTo: (choices: number) => string,
): readonly string[] {
  if (buttons || choices.length === 0) return [];
  return [...numbered(choices), howTo(choices.length)];
}

/** Whoever is in the chat may answer: it was sent without being asked for. */
export const ANYONE = '*';

/** A number typed later than this is no answer to what was offered. */
const ANSWERED_WITHIN_HOURS = 24;

/** Somebody in a chat; `ANYONE` when nobody in particular was written to. */
export type Spoken = { readonly chat: string; readonly person: string };

/** Choices by number in one channel, remembered across restarts. */
export type NumberedChoices = {
  /** When an answer is out: its choices, none included, take the place of those of the answer before. */
  offer(to: Spoken, choices: readonly Choice[]): Promise<void>;
  /** What a text says: the choice whose number it is ("2", "số 2", "chọn 2"), else the text itself. */
  meant(from: Spoken, text: string): Promise<string>;
};

type Deps = { readonly lists: ChoiceListStore; readonly clock: Clock };

/**
 * Numbers are read against the latest list only, of the person or of what was sent to the whole chat: an older one is
 * still on the screen, but nobody can tell which was meant.
 */
export function numberedChoices(channel: string, { lists, clock }: Deps): NumberedChoices {
  return {
    offer: ({ chat, person }, choices) =>
      lists.keep({ channel, chat, person, sends: choices.map(({ send }) => send) }, clock.now()),
    async meant({ chat, person }, text) {
      // Labels are left to the conversation: after hours "năm 2023" is a question of its own.
      const isNumber = choose(cleanText(text), ANY_NUMBER).kind !== 'none';
      if (!isNumber) return text;
      const since = clock.now().subtract({ hours: ANSWERED_WITHIN_HOURS });
      const sends = await lists.latest({ channel, chat, persons: [person, ANYONE] }, since);
      const chosen = choose(cleanText(text), sends.map(unlabelled));
      return chosen.kind === 'chosen' ? chosen.choice.send : text;
    },
  };
}

function unlabelled(send: string): Choice {
  return { label: '', send };
}

/** Against this a number is in range or out of it, and everything else is no answer. */
const ANY_NUMBER: readonly Choice[] = [unlabelled('')];
