import type { Clock } from '../clock.ts';
import type { Choice, Topic } from '../replies/reply.ts';
import type { Question } from './question.ts';

/** Whose conversation: nobody is answered with what another person, or the same person elsewhere, talked about. */
export type Speaker = { readonly channel: string; readonly chat: string; readonly person: string };

/** The last question that was answered, and what the answer turned out to be about. */
export type LastAnswer = { readonly question: Question; readonly topic: Topic };

/** Whether the last question was one for an order of agencies. */
export function isRanking({ question }: LastAnswer): boolean {
  return question.slots.among !== null || question.command === 'xep-hang';
}

/** What is remembered of a conversation. */
export type Conversation = {
  readonly last: LastAnswer | null;
  /** What the latest reply offered, answered by number or name. */
  readonly choices: readonly Choice[];
  /** The question those are choices of, as long as it is not certain. */
  readonly open?: Question;
};

/** The running conversations, in memory alone. */
export type Conversations = {
  /** What is remembered of a speaker; empty when nothing is, or it is too long ago. */
  recall(speaker: Speaker): Conversation;
  remember(speaker: Speaker, conversation: Conversation): void;
};

const NOTHING: Conversation = { last: null, choices: [] };
/** design.md 2.1: agency, metric and period are kept for 15 minutes. */
const KEPT_MS = 15 * 60 * 1000;
const MOST_SPEAKERS = 5000;

/** Conversations in memory, forgotten after 15 minutes; of too many speakers the longest silent one is forgotten. */
export function conversations(clock: Clock, mostSpeakers = MOST_SPEAKERS): Conversations {
  const kept = new Map<string, { readonly conversation: Conversation; readonly until: number }>();
  const now = () => clock.now().epochMilliseconds;
  return {
    recall(speaker) {
      const entry = kept.get(keyOf(speaker));
      return entry === undefined || entry.until <= now() ? NOTHING : entry.conversation;
    },
    remember(speaker, conversation) {
      const key = keyOf(speaker);
      kept.delete(key);
      kept.set(key, { conversation, until: now() + KEPT_MS });
      // A map keeps the order of insertion: the first entries are the oldest.
      for (const [oldest, { until }] of kept) {
        if (until > now() && kept.size <= mostSpeakers) break;
        kept.delete(oldest);
      }
    },
  };
}

function keyOf({ channel, chat, person }: Speaker): string {
  return JSON.stringify([channel, chat, person]);
}
