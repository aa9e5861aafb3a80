import type { Clock } from '../../clock.ts';
import type { ChoiceStore, KeptChoice } from '../choice-store.ts';

/** How long the same button gets the same key; the store keeps choices far longer. */
const SAME_FOR_MS = 3_600_000;

/** Buttons remembered. */
const REMEMBERED = 5_000;

/** Gives a choice its key. */
export type KeyOf = (choice: KeptChoice) => Promise<string>;

/**
 * Keys of choices. The same button sent to the same person again within the hour is not stored again: storing is by far
 * the dearest part of answering, and the same few questions are asked over and over.
 */
export function choiceKeys(choices: ChoiceStore, clock: Clock): KeyOf {
  const sent = new Map<string, { readonly key: string; readonly untilMs: number }>();
  return async (choice) => {
    const button = `${choice.chat}\n${choice.person}\n${choice.send}`;
    const now = clock.now();
    const before = sent.get(button);
    if (before !== undefined && before.untilMs > now.epochMilliseconds) return before.key;
    const key = await choices.keep(choice, now);
    sent.delete(button);
    sent.set(button, { key, untilMs: now.epochMilliseconds + SAME_FOR_MS });
    for (const oldest of sent.keys()) {
      if (sent.size <= REMEMBERED) break;
      sent.delete(oldest);
    }
    return key;
  };
}
