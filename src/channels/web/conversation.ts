import type { Incoming } from '../channel.ts';
import { type Content, type Kept, type MessageView, viewOf } from './message.ts';

/** A named chat. `owner` is the only person who sees a private one; null for groups. */
export type Chat = {
  readonly id: string;
  readonly name: string;
  readonly kind: Incoming['chatKind'];
  readonly owner: string | null;
};

/** What goes down an event stream. `id` only where a reader may resume after it. */
export type StreamEvent = { readonly event: string; readonly data: string; readonly id?: string };

/** Someone who follows a chat. */
export type Listener = { readonly person: string; send(event: StreamEvent): void };

/** A day of lively talk; older messages are forgotten. */
const MOST_KEPT = 300;

/** One chat while the program runs: its last messages, who follows it, and whether an answer is under way. */
export class Conversation {
  readonly chat: Chat;
  readonly #run: string;
  readonly #kept: Kept[] = [];
  readonly #listeners = new Set<Listener>();
  #count = 0;
  #answering = false;

  /** `run` is different for every start of the program, so that ids of an earlier run are recognised. */
  constructor(chat: Chat, run: string) {
    this.chat = chat;
    this.#run = run;
  }

  get isFollowed(): boolean {
    return this.#listeners.size > 0;
  }

  /** Keeps a message and shows it to everyone who follows. */
  add(content: Content, at: Temporal.Instant): Kept {
    this.#count += 1;
    const kept: Kept = { id: this.#idOf(this.#count), at, content };
    this.#kept.push(kept);
    if (this.#kept.length > MOST_KEPT) this.#kept.shift();
    for (const listener of this.#listeners) listener.send(messageEvent(kept, listener.person));
    return kept;
  }

  /** Tells everyone who follows whether an answer is being prepared. */
  setAnswering(answering: boolean): void {
    if (this.#answering === answering) return;
    this.#answering = answering;
    for (const listener of this.#listeners) listener.send(answeringEvent(answering));
  }

  /** All that is kept, as `viewer` sees it, and the id to resume after. */
  seenBy(viewer: string): { messages: readonly MessageView[]; last: string; answering: boolean } {
    return {
      messages: this.#kept.map((kept) => viewOf(kept, viewer)),
      last: this.#idOf(this.#count),
      answering: this.#answering,
    };
  }

  /**
   * Starts to follow, first catching up on what came after the message `after` (null: nothing). When that
   * message is of an earlier run or too long ago, `reset` tells the reader to fetch the messages anew.
   */
  follow(listener: Listener, after: string | null): void {
    const missed = after === null ? [] : this.#since(after);
    if (missed === null) listener.send({ event: 'reset', data: '{}' });
    for (const kept of missed ?? []) listener.send(messageEvent(kept, listener.person));
    listener.send(answeringEvent(this.#answering));
    this.#listeners.add(listener);
  }

  unfollow(listener: Listener): void {
    this.#listeners.delete(listener);
  }

  #since(after: string): readonly Kept[] | null {
    const forgotten = this.#count - this.#kept.length;
    for (let number = forgotten; number <= this.#count; number += 1) {
      if (this.#idOf(number) === after) return this.#kept.slice(number - forgotten);
    }
    return null;
  }

  #idOf(number: number): string {
    return `${this.#run}.${String(number)}`;
  }
}

function messageEvent(kept: Kept, viewer: string): StreamEvent {
  return { event: 'message', id: kept.id, data: JSON.stringify(viewOf(kept, viewer)) };
}

function answeringEvent(on: boolean): StreamEvent {
  return { event: 'answering', data: JSON.stringify({ on }) };
}
