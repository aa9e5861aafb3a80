import { setImmediate as nextTurn } from 'node:timers/promises';

import { ApiRefusal } from './faults.ts';

/** One event as Zalo puts it. */
export type ZaloEvent = Readonly<Record<string, unknown>> & { readonly event_name: string };

/** Where events are delivered to. */
type Hook = { readonly url: string; readonly secret: string };

type Poll = {
  readonly resolve: (event: ZaloEvent) => void;
  readonly reject: (error: Error) => void;
};

/** How one event is brought. */
export type Bringing = {
  /** The documented envelope, or the event alone, as some receivers saw it. */
  readonly envelope?: 'wrapped' | 'bare';
  /** Deliveries of the same event. */
  readonly times?: number;
  /** Instead of the one the bot has set. */
  readonly secret?: string;
};

/** Events that go to the bot: by webhook, or to the poll that is open. There is no offset and no acknowledgement. */
export class Incoming {
  /** Status codes the webhook answered, in order. */
  readonly statuses: number[] = [];
  /** What nobody was there to take. */
  readonly lost: ZaloEvent[] = [];
  /** Whether what is said while nobody polls is lost, as is reported of the real one; else it waits. */
  isLosing = false;
  #waiting: ZaloEvent[] = [];
  #poll: Poll | null = null;
  #hook: Hook | null = null;
  readonly #delivering = new Set<Promise<void>>();
  readonly #reach: (url: string) => string;

  /** `reach`: where a public address leads on this machine. */
  constructor(reach: (url: string) => string) {
    this.#reach = reach;
  }

  get hook(): Hook | null {
    return this.#hook;
  }

  /** Sets or removes the webhook. */
  setHook(hook: Hook | null): void {
    this.#hook = hook;
  }

  /** Brings an event, maybe more than once. */
  bring(event: ZaloEvent, { envelope = 'wrapped', times = 1, secret }: Bringing = {}): void {
    if (this.#hook !== null) {
      const body = JSON.stringify(envelope === 'bare' ? event : { ok: true, result: event });
      const hook = { url: this.#hook.url, secret: secret ?? this.#hook.secret };
      for (let time = 0; time < times; time += 1) this.#track(this.#deliver(body, hook));
      return;
    }
    for (let time = 0; time < times; time += 1) this.#hand(event);
  }

  /** Resolves when every delivery begun has been answered. */
  async delivered(): Promise<void> {
    while (this.#delivering.size > 0) await Promise.all(this.#delivering);
  }

  /** `getUpdates`: one event, or 408 when the time is over. Of two polls the older is thrown out. */
  async fetch(seconds: number): Promise<ZaloEvent> {
    if (this.#hook !== null) throw new ApiRefusal(400, 'Bad Request: webhook is set');
    this.endPoll();
    const waiting = this.#waiting.shift();
    if (waiting !== undefined) return waiting;
    return new Promise((resolve, reject) => {
      const poll = { resolve, reject };
      this.#poll = poll;
      setTimeout(() => {
        if (this.#poll === poll) this.endPoll();
      }, seconds * 1000).unref();
    });
  }

  /** The open poll ends as if its time were over. */
  endPoll(): void {
    this.#poll?.reject(new ApiRefusal(408, 'Request timeout'));
    this.#poll = null;
  }

  #hand(event: ZaloEvent): void {
    const poll = this.#poll;
    this.#poll = null;
    if (poll !== null) poll.resolve(event);
    else if (this.isLosing) this.lost.push(event);
    else this.#waiting.push(event);
  }

  #track(delivery: Promise<void>): void {
    const tracked = delivery.finally(() => this.#delivering.delete(tracked));
    this.#delivering.add(tracked);
  }

  /** What follows a refusal is not documented: it is not brought again. */
  async #deliver(body: string, { url, secret }: Hook): Promise<void> {
    await nextTurn();
    const response = await fetch(this.#reach(url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-bot-api-secret-token': secret },
      body,
    });
    await response.arrayBuffer();
    this.statuses.push(response.status);
  }
}
