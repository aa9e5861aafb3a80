import type { Clock } from '../../clock.ts';
import type { ChoiceStore, KeptChoice } from '../choice-store.ts';

/** How long the same button gets the same key; the store keeps choices far longer. */
const SAME_FOR_MS = 3_600_000;

/** Buttons remembered. */
const REMEMBERED = 5_000;

/** Gives the choices of a reply their keys, in their order. */
export type KeysOf = (choices: readonly KeptChoice[]) => Promise<readonly string[]>;

/**
 * Keys of choices. The same button sent to the same person again within the hour is not stored again, and all new ones
 * of a reply are stored at once: storing is by far the dearest part of answering, and the same few questions are asked
 * over and over.
 */
export function choiceKeys(choices: ChoiceStore, clock: Clock): KeysOf {
  const sent = new Map<string, { readonly key: string; readonly untilMs: number }>();
  return async (asked) => {
    const now = clock.now();
    const isSent = (choice: KeptChoice) =>
      (sent.get(buttonOf(choice))?.untilMs ?? 0) > now.epochMilliseconds;
    const missing = asked.filter((choice) => !isSent(choice));
    const added = missing.length === 0 ? [] : await choices.keep(missing, now);
    for (const [index, choice] of missing.entries()) {
      const button = buttonOf(choice);
      sent.delete(button);
      sent.set(button, { key: added[index] ?? '', untilMs: now.epochMilliseconds + SAME_FOR_MS });
    }
    const keys = asked.map((choice) => sent.get(buttonOf(choice))?.key ?? '');
    forgetOldest(sent);
    return keys;
  };
}

function buttonOf({ chat, person, send }: KeptChoice): string {
  return `${chat}\n${person}\n${send}`;
}

function forgetOldest(sent: Map<string, unknown>): void {
  for (const oldest of sent.keys()) {
    if (sent.size <= REMEMBERED) break;
    sent.delete(oldest);
  }
}
