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

/** Gives the answer it remembers, or has it thought of by `say`. */
export type RememberTurns = (heard: Heard, say: () => Promise<Said>) => Promise<Said>;

const MOST_TURNS = 2_000;

/**
 * Remembers answers for as long as nothing they rest on has changed. A meeting asks the same question many times, also
 * at once, and the same words in the same conversation have the same answer until `freshness` (the day and the
 * revision of the figures) changes; then everything is forgotten. Of too many answers the one not asked for longest
 * is forgotten; what failed is not remembered.
 */
export function rememberTurns(freshness: () => string): RememberTurns {
  let fresh = '';
  const turns = recentlyUsed<Promise<Said>>();
  const numberOf = conversationNumbers();
  const conversations = recentlyUsed<Conversation>();

  /** One object for conversations that are alike, so that asking the same twice is recognised as the same. */
  function sameAsBefore(conversation: Conversation): Conversation {
    const content = JSON.stringify(conversation);
    const known = conversations.get(content) ?? conversation;
    conversations.set(content, known);
    return known;
  }
  async function think(say: () => Promise<Said>): Promise<Said> {
    const { reply, conversation } = await say();
    return { reply, conversation: sameAsBefore(conversation) };
  }
  return async (heard, say) => {
    const now = freshness();
    if (now !== fresh) turns.clear();
    fresh = now;
    const key = `${String(numberOf(heard.conversation))} ${heard.home ?? ''} ${heard.text}`;
    const said = turns.get(key) ?? think(say);
    turns.set(key, said);
    try {
      return await said;
    } catch (cause) {
      if (turns.get(key) === said) turns.delete(key);
      throw cause;
    }
  };
}

/** A number for each conversation object, to make keys of. */
function conversationNumbers(): (conversation: Conversation) => number {
  const numbers = new WeakMap<Conversation, number>();
  let last = 0;
  return (conversation) => {
    const known = numbers.get(conversation);
    if (known !== undefined) return known;
    last += 1;
    numbers.set(conversation, last);
    return last;
  };
}

/** A map of the entries last set; the one set longest ago gives way. */
function recentlyUsed<T>() {
  // A map keeps the order of insertion: the first entry is the oldest.
  const entries = new Map<string, T>();
  return {
    get: (key: string) => entries.get(key),
    set(key: string, value: T) {
      entries.delete(key);
      entries.set(key, value);
      const [oldest] = entries.keys();
      if (entries.size > MOST_TURNS && oldest !== undefined) entries.delete(oldest);
    },
    delete: (key: string) => entries.delete(key),
    clear: () => entries.clear(),
  };
}
