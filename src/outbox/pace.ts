import type { PastTry } from './store.ts';

/** How fast a messenger takes messages. */
export type Pace = {
  /** Between two messages at least, whatever their chats. */
  readonly everyMs: number;
  /**
   * No more than so many may arrive within so long, whatever their chats; null = `everyMs` is all there is to keep.
   * `strayMs`: how much later than others a message may arrive; what its answer tells of that is taken off.
   */
  readonly inAll: {
    readonly most: number;
    readonly withinMs: number;
    readonly strayMs: number;
  } | null;
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

/** A message that went: when, and how long its answer took; null = it has none yet. */
type Gone = { readonly at: number; tookMs: number | null };

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
  /** The last messages, as many as the pace looks back on. */
  readonly #last: Gone[] = [];
  /** No answer took less. */
  #quickestMs = Infinity;

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
      leftOf(everyMs, this.#last.at(-1)?.at, nowMs),
      inAll === null ? 0 : this.#untilFewer(inAll, nowMs),
    );
  }

  #untilFewer({ most, withinMs, strayMs }: NonNullable<Pace['inAll']>, nowMs: number): number {
    const first = this.#last.at(-most);
    if (first === undefined) return 0;
    // The quickest answer tells how long the way and the messenger take; what took longer may have arrived that much later.
    const lateMs = first.tookMs === null ? strayMs : first.tookMs - this.#quickestMs;
    return leftOf(withinMs + Math.min(lateMs, strayMs), first.at, nowMs);
  }

  /** How long until a chat takes another message. */
  chatWaitMs(chat: string, nowMs: number): number {
    const { chatEveryMs, groupPerMinute, isGroup } = this.#pace;
    const recent = (this.#sent.get(chat) ?? []).filter((at) => at <= nowMs);
    const last = recent.at(-1) ?? -Infinity;
    const first = isGroup(chat) ? (recent.at(-groupPerMinute) ?? -Infinity) : -Infinity;
    return Math.max(0, last + chatEveryMs - nowMs, first + MEMORY_MS - nowMs);
  }

  /** A message goes to a chat now. To be called when its answer has come, whatever it says. */
  sent(chat: string, nowMs: number): (answeredMs: number) => void {
    const recent = (this.#sent.get(chat) ?? []).filter((at) => isRecent(at, nowMs));
    this.#sent.delete(chat);
    this.#sent.set(chat, [...recent, nowMs]);
    for (const [idle, times] of this.#sent) {
      if (times.some((at) => isRecent(at, nowMs))) break;
      this.#sent.delete(idle);
    }
    const gone: Gone = { at: nowMs, tookMs: null };
    this.#last.push(gone);
    if (this.#last.length > (this.#pace.inAll?.most ?? 1)) this.#last.shift();
    return (answeredMs) => {
      // A clock put back tells nothing.
      if (answeredMs < nowMs) return;
      gone.tookMs = answeredMs - nowMs;
      this.#quickestMs = Math.min(this.#quickestMs, gone.tookMs);
    };
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
