import type { Right } from '../asking/commands.ts';
import type { AskerStanding } from '../audience/standing.ts';
import type { Reply } from '../replies/reply.ts';
import type { Conversation } from './conversations.ts';
import type { Question } from './question.ts';

/** What was said to a message, and the conversation after it. */
export type Said = {
  readonly kind: 'said';
  readonly reply: Reply;
  /** The question that was answered; null when none was. */
  readonly question: Question | null;
  readonly conversation: Conversation;
};

/**
 * What is thought of a message: an answer, a question that is to be answered anew each time, or that it is not for those
 * who asked: how that is said depends on where they did.
 */
export type Thought =
  | Said
  | { readonly kind: 'refused'; readonly right: Right }
  | { readonly kind: 'open'; readonly question: Question; readonly words: string };

/** What an answer depends on besides the figures: the words, what was said before, and who may know what. */
export type Heard = {
  readonly text: string;
  readonly conversation: Conversation;
  readonly standing: AskerStanding;
};

/** Gives the thought it remembers, or has it thought. */
export type RememberTurns = (heard: Heard, think: () => Promise<Thought>) => Promise<Thought>;

const MOST_TURNS = 2_000;

/**
 * Remembers answers for as long as nothing they rest on has changed. A meeting asks the same question many times, also
 * at once, and the same words in the same conversation have the same answer until `freshness` (the day and the
 * revision of the figures) changes; then everything is forgotten. Of too many answers the one not asked for longest
 * is forgotten; what failed is not remembered.
 */
export function rememberTurns(freshness: () => string): RememberTurns {
  let fresh = '';
  const turns = recentlyUsed<Promise<Thought>>();
  const numberOf = conversationNumbers();
  const conversations = recentlyUsed<Conversation>();

  /** One object for conversations that are alike, so that asking the same twice is recognised as the same. */
  function sameAsBefore(conversation: Conversation): Conversation {
    const content = JSON.stringify(conversation);
    const known = conversations.get(content) ?? conversation;
    conversations.set(content, known);
    return known;
  }
  async function thoughtOnce(think: () => Promise<Thought>): Promise<Thought> {
    const thought = await think();
    if (thought.kind !== 'said') return thought;
    return { ...thought, conversation: sameAsBefore(thought.conversation) };
  }
  return async (heard, think) => {
    const now = freshness();
    if (now !== fresh) turns.clear();
    fresh = now;
    const { role, agency, isKeeper } = heard.standing;
    const who = `${role ?? ''} ${agency ?? ''} ${String(isKeeper)}`;
    const key = `${String(numberOf(heard.conversation))} ${who} ${heard.text}`;
    const thought = turns.get(key) ?? thoughtOnce(think);
    turns.set(key, thought);
    try {
      return await thought;
    } catch (cause) {
      if (turns.get(key) === thought) turns.delete(key);
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
