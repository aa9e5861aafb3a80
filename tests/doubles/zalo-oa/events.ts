import { createHash } from 'node:crypto';

import type { Clock } from '../../../src/clock.ts';
import { APP_ID } from './oauth.ts';

export const OA_ID = '579745863508352884';
export const WEBHOOK_KEY = 'not-a-real-webhook-key';

/** Where the group's id stands in an event: UNCONFIRMED, so all three. */
export type GroupIdPlace = 'recipient.id' | 'recipient.group_id' | 'message.conversation_id';

/** What is brought: an event of that name, with what else stands in it. */
export type OaEvent = { readonly name: string } & Readonly<Record<string, unknown>>;

/** How an event is brought. */
export type Bringing = {
  readonly key?: string;
  readonly prefix?: '' | 'mac=';
  readonly at?: Temporal.Instant;
  /** The signature, if it is not to be made. */
  readonly signature?: string;
};

/** Brings events to the webhook, each once. */
export class Events {
  /** Where to; null = nobody is told. */
  url: string | null = null;
  /** Status codes the webhook answered, in order. */
  readonly statuses: number[] = [];
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Brings an event and tells the status it was answered with. */
  async bring({ name, ...content }: OaEvent, how: Bringing = {}): Promise<number> {
    const timestamp = String((how.at ?? this.#clock.now()).epochMilliseconds);
    const body = JSON.stringify({ app_id: APP_ID, event_name: name, timestamp, ...content });
    return this.bringBody(body, timestamp, how);
  }

  /** Brings these very letters. */
  async bringBody(body: string, timestamp: string, how: Bringing = {}): Promise<number> {
    if (this.url === null) return 0;
    const { key = WEBHOOK_KEY, prefix = 'mac=' } = how;
    // A plain hash, not an HMAC.
    const signed = createHash('sha256').update(APP_ID + body + timestamp + key);
    const signature = how.signature ?? prefix + signed.digest('hex');
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-zevent-signature': signature },
      body,
    });
    this.statuses.push(response.status);
    return response.status;
  }
}

/** What an event tells of a message written in a group. */
export function groupParts(group: string, place: GroupIdPlace, message: object): object {
  const base = { oa_id: OA_ID };
  switch (place) {
    case 'recipient.id':
      return { ...base, recipient: { id: group }, message };
    case 'recipient.group_id':
      return { ...base, recipient: { id: OA_ID, group_id: group }, message };
    case 'message.conversation_id':
      return { ...base, recipient: { id: OA_ID }, message: { ...message, conversation_id: group } };
  }
}
