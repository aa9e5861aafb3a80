import type { AgencyId } from '../agencies/agency.ts';
import type { Reply } from '../replies/reply.ts';
import type { Conversation } from './conversations.ts';

/** What was said to a message, and the conversation after it. */
export type Said = { readonly reply: Reply; readonly conversation: Conversation };

/** What an answer depends on besides the figures: the words, what was said before, and whose chat it is. */
export type Heard = {
  readonly text: string;
  readonly conversation: Conversation;
  readonly home: AgencyId | null;
};

const MOST_TURNS = 2_000;

/**
 * Remembers answers for as long as nothing they rest on has changed. A meeting asks the same question many times, and
 * the same words in the same conversation have the same answer until `freshness` (the day and the revision of the
 * figures) changes; then everything is forgotten. What failed is not remembered.
 */
export function rememberTurns(freshness: () => string) {
  let fresh = '';
  const turns = new Map<string, Said>();
  const equals = new Map<string, Conversation>();
  const numbers = new WeakMap<Conversation, number>();
  let lastNumber = 0;

  function numberOf(conversation: Conversation): number {
    const known = numbers.get(conversation);
    if (known !== undefined) return known;
    lastNumber += 1;
    numbers.set(conversation, lastNumber);
    return lastNumber;
  }

  /** One object for conversations that are alike, so that asking the same twice is recognised as the same. */
  function sameAsBefore(conversation: Conversation): Conversation {
    const content = JSON.stringify(conversation);
    const known = equals.get(content);
    if (known === undefined) equals.set(content, conversation);
    return known ?? conversation;
  }

  function forgetAll(): void {
    turns.clear();
    equals.clear();
  }

  return async (heard: Heard, say: () => Promise<Said>): Promise<Said> => {
    const now = freshness();
    if (now !== fresh || turns.size >= MOST_TURNS) forgetAll();
    fresh = now;
    const key = `${String(numberOf(heard.conversation))} ${heard.home ?? ''} ${heard.text}`;
    const known = turns.get(key);
    if (known !== undefined) return known;
    const { reply, conversation } = await say();
    const said = { reply, conversation: sameAsBefore(conversation) };
    if (fresh === now) turns.set(key, said);
    return said;
  };
}
