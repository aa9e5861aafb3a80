import type { PastTry } from './store.ts';

/** How fast a messenger takes messages. */
export type Pace = {
  /** Between two messages at least, whatever their chats. */
  readonly everyMs: number;
  /** No more than so many within so long, whatever their chats; null = `everyMs` is all there is to keep. */
  readonly inAll: { readonly most: number; readonly withinMs: number } | null;
  /** Between two messages to the same chat. */
  readonly chatEveryMs: number;
  /** Messages to the same group within a minute. */
  readonly groupPerMinute: number;
  readonly isGroup: (chat: string) => boolean;
};

/** For channels that are on this machine. */
export const UNPACED: Pace = {
  everyMs: 0,
  inAll: null,
  chatEveryMs: 0,
  groupPerMinute: Infinity,
  isGroup: () => false,
};

/** How far back limits look. */
export const MEMORY_MS = 60_000;

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
  /** When the last messages went, as many as the pace looks back on. */
  readonly #last: number[] = [];

  /** `past`: what was sent before a restart. */
  constructor(pace: Pace, past: readonly PastTry[]) {
    this.#pace = pace;
    for (const { chat, at } of past) this.sent(chat, at.epochMilliseconds);
  }

  /**
   * How long until the channel takes another message. Of a run of messages only the first and the one after it are held
   * apart by the limit: what is late in between holds up nothing behind it.
   */
  waitMs(nowMs: number): number {
    const { everyMs, inAll } = this.#pace;
    return Math.max(
      0,
      this.#floodedUntil(nowMs) - nowMs,
      leftOf(everyMs, this.#last.at(-1), nowMs),
      inAll === null ? 0 : leftOf(inAll.withinMs, this.#last.at(-inAll.most), nowMs),
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
    this.#last.push(nowMs);
    if (this.#last.length > (this.#pace.inAll?.most ?? 1)) this.#last.shift();
  }

  /** A limit says to leave a chat alone for so long. */
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

/** What is left of a pause since a moment; what lies ahead counts as now. */
function leftOf(pauseMs: number, since: number | undefined, nowMs: number): number {
  return since === undefined || since > nowMs ? 0 : since + pauseMs - nowMs;
}

function isRecent(at: number, nowMs: number): boolean {
  return at <= nowMs && at > nowMs - MEMORY_MS;
}
