import type { PastTry } from './store.ts';

/** How fast a messenger takes messages. */
export type Pace = {
  /** Between two messages, whatever their chats. */
  readonly everyMs: number;
  /** Between two messages to the same chat. */
  readonly chatEveryMs: number;
  /** Messages to the same group within a minute. */
  readonly groupPerMinute: number;
  readonly isGroup: (chat: string) => boolean;
};

/** For channels that are on this machine. */
export const UNPACED: Pace = {
  everyMs: 0,
  chatEveryMs: 0,
  groupPerMinute: Infinity,
  isGroup: () => false,
};

/** How far back limits look. */
export const MEMORY_MS = 60_000;

/** Lateness that is made up for, at twice the speed; after more than that the steps begin anew. */
const CATCH_UP_MS = 500;

/** In any run of so many steps goes one message a step and no more, however much there is to make up for. */
const STEPS = 29;

/** So many messages in such a run leave no room to make up for more than the lateness of a timer. */
const CROWDED = 27;
const TIMER_MS = 5;

/** Chats that are flooded at the same time, from which on it is the bot as a whole that is too fast. */
const MANY = 2;

/**
 * Keeps a pace. Moments are milliseconds since 1970 of the clock that is handed in; what lies ahead of it (it was put
 * back) counts as now, so that no jump stops the sending.
 */
export class Pacer {
  readonly #pace: Pace;
  readonly #sent = new Map<string, readonly number[]>();
  readonly #floods = new Map<string, number>();
  readonly #window: number[] = [];
  #next = -Infinity;

  /** `past`: what was sent before a restart. */
  constructor(pace: Pace, past: readonly PastTry[]) {
    this.#pace = pace;
    for (const { chat, at } of past) this.sent(chat, at.epochMilliseconds);
  }

  /** How long until the channel takes another message. */
  waitMs(nowMs: number): number {
    const { everyMs } = this.#pace;
    const [first = -Infinity] = this.#window;
    const last = this.#window.at(-1) ?? -Infinity;
    return Math.max(
      0,
      this.#floodedUntil(nowMs) - nowMs,
      Math.min(this.#next - nowMs, everyMs),
      last > nowMs ? 0 : last + this.#leastGapMs(nowMs) - nowMs,
      first > nowMs || !this.#isFull() ? 0 : first + STEPS * everyMs - nowMs,
    );
  }

  /** How long until a chat takes another message. */
  chatWaitMs(chat: string, nowMs: number): number {
    const { chatEveryMs, groupPerMinute, isGroup } = this.#pace;
    const recent = (this.#sent.get(chat) ?? []).filter((at) => at <= nowMs);
    const last = recent.at(-1) ?? -Infinity;
    const first = isGroup(chat) ? (recent.at(-groupPerMinute) ?? -Infinity) : -Infinity;
    return Math.max(0, last + chatEveryMs - nowMs, first + MEMORY_MS - nowMs);
  }

  /** A message goes to a chat now. */
  sent(chat: string, nowMs: number): void {
    const recent = (this.#sent.get(chat) ?? []).filter((at) => isRecent(at, nowMs));
    this.#sent.delete(chat);
    this.#sent.set(chat, [...recent, nowMs]);
    for (const [idle, times] of this.#sent) {
      if (times.some((at) => isRecent(at, nowMs))) break;
      this.#sent.delete(idle);
    }
    const isShort = this.#next <= nowMs && this.#next >= nowMs - CATCH_UP_MS;
    this.#next = (isShort ? this.#next : nowMs) + this.#pace.everyMs;
    if (this.#isFull()) this.#window.shift();
    this.#window.push(nowMs);
  }

  /** Making up ends before the run is full, so that messages that travel unevenly still do not meet. */
  #leastGapMs(nowMs: number): number {
    const { everyMs } = this.#pace;
    const crowded = this.#window.at(-CROWDED) ?? -Infinity;
    return crowded > nowMs - STEPS * everyMs ? Math.max(everyMs - TIMER_MS, 0) : everyMs / 2;
  }

  #isFull(): boolean {
    return this.#window.length >= STEPS;
  }

  /** The messenger asked to leave a chat alone for so long. */
  flooded(chat: string, waitMs: number, nowMs: number): void {
    for (const [other, until] of this.#floods) {
      if (until <= nowMs) this.#floods.delete(other);
    }
    this.#floods.set(chat, nowMs + waitMs);
  }

  /** One flooded chat is that chat's affair. */
  #floodedUntil(nowMs: number): number {
    const open = Array.from(this.#floods.values()).filter((until) => until > nowMs);
    return open.length < MANY ? -Infinity : Math.min(...open);
  }
}

function isRecent(at: number, nowMs: number): boolean {
  return at <= nowMs && at > nowMs - MEMORY_MS;
}
