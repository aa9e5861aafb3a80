import * as z from 'zod';

import { ApiRefusal } from './faults.ts';

type Update = { readonly update_id: number };
type Poll = {
  readonly resolve: (updates: readonly Update[]) => void;
  readonly reject: (error: Error) => void;
};

/** Where updates are delivered to, and what the response may carry. */
export type Hook = {
  readonly url: string;
  readonly secret: string | undefined;
  /** Carries out a call found in the response of a delivery. */
  readonly perform: (method: string, fields: Readonly<Record<string, unknown>>) => Promise<void>;
};

const CallInResponse = z.looseObject({ method: z.string() });

/** Deliveries of one update after which Telegram is taken to have given up; in truth it tries for a day. */
const DELIVERIES = 5;

/** Updates that wait for the bot: fetched with offsets, or delivered to a webhook. */
export class Updates {
  #waiting: Update[] = [];
  #poll: Poll | null = null;
  #hook: Hook | null = null;
  #nextId = 1000;
  /** Status codes the webhook answered, in order. */
  readonly statuses: number[] = [];

  /** A new update; delivered, given to the open poll, or kept. */
  add(content: Readonly<Record<string, unknown>>): number {
    const update = { update_id: this.#nextId, ...content };
    this.#nextId += 1;
    this.repeat(update);
    return update.update_id;
  }

  /** Brings an update as it is, maybe not for the first time. */
  repeat(update: Update): void {
    if (this.#hook !== null) {
      void this.#deliver(update, this.#hook);
      return;
    }
    this.#waiting.push(update);
    this.#poll?.resolve(this.#waiting);
    this.#poll = null;
  }

  /** `getUpdates`: confirms what is below the offset; of two polls at a time the older is thrown out. */
  fetch({ offset, seconds }: { offset: number; seconds: number }): Promise<readonly Update[]> {
    if (this.#hook !== null)
      throw new ApiRefusal(409, "Conflict: can't use getUpdates method while webhook is active");
    this.#waiting = this.#waiting.filter(({ update_id: id }) => id >= offset);
    this.#poll?.reject(new ApiRefusal(409, 'Conflict: terminated by other getUpdates request'));
    this.#poll = null;
    if (this.#waiting.length > 0 || seconds === 0) return Promise.resolve(this.#waiting);
    return new Promise((resolve, reject) => {
      const poll = { resolve, reject };
      this.#poll = poll;
      setTimeout(() => {
        if (this.#poll !== poll) return;
        this.#poll = null;
        resolve([]);
      }, seconds * 1000).unref();
    });
  }

  setHook(hook: Hook | null): void {
    this.#hook = hook;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const update of waiting) this.repeat(update);
  }

  async #deliver(update: Update, { url, secret, perform }: Hook): Promise<void> {
    for (let delivery = 0; delivery < DELIVERIES && this.#hook !== null; delivery += 1) {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(update),
      });
      this.statuses.push(response.status);
      const body = await response.text();
      if (!response.ok) continue;
      if (body === '') return;
      const { method, ...fields } = CallInResponse.parse(JSON.parse(body));
      await perform(method, fields);
      return;
    }
  }
}
