import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { type Clock, systemClock } from '../../../src/clock.ts';
import { type OaCall, readCall } from './call.ts';
import { type Bringing, Events, type GroupIdPlace, groupParts, OA_ID } from './events.ts';
import { type Fault, OaRefusal } from './faults.ts';
import { OauthDesk } from './oauth.ts';
import { OpenApi, type OaSent } from './open-api.ts';

/** Somebody who follows the account. */
export const AN = '2468458835296197922';

type Saying = Bringing & {
  readonly from?: string;
  /** In this group; without one, to the account alone. */
  readonly group?: string;
  readonly place?: GroupIdPlace;
};

type Settings = { readonly clock?: Clock; readonly requestsPerMinute?: number };

/**
 * A Zalo Official Account as far as the bot can tell: OAuth v4, OpenAPI v3 and GMF on this machine, written from what is
 * reported of them (docs/zalo.md) and as strict as that, with faults to order. People speak through `says`.
 */
export class ZaloOaDouble {
  readonly calls: OaCall[] = [];
  readonly oauth: OauthDesk;
  readonly api: OpenApi;
  readonly events: Events;
  /** Calls refused because there were too many in a minute. */
  tooFast = 0;
  /** Called when a call has been carried out, before its answer is out. */
  onCarriedOut: (path: string) => void = () => undefined;
  readonly #clock: Clock;
  readonly #mostPerMinute: number;
  readonly #times: number[] = [];
  readonly #faults: { path: string; fault: Fault; after: number }[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  #messages = 0;

  constructor({ clock = systemClock, requestsPerMinute = Infinity }: Settings = {}) {
    this.#clock = clock;
    this.#mostPerMinute = requestsPerMinute;
    this.oauth = new OauthDesk(clock);
    this.api = new OpenApi(clock);
    this.events = new Events(clock);
  }

  /** Opens a double on a free port of this machine. */
  static async open(settings: Settings = {}): Promise<ZaloOaDouble> {
    const double = new ZaloOaDouble(settings);
    await new Promise<void>((resolve) => {
      double.#server.listen(0, '127.0.0.1', resolve);
    });
    return double;
  }

  /** The address of both the OpenAPI and OAuth. */
  get root(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : '')}`;
  }

  get sent(): readonly OaSent[] {
    return this.api.sent;
  }

  /** What a group was sent, in order. */
  sentTo(recipient: string): readonly OaSent[] {
    return this.sent.filter((message) => message.recipient === recipient);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.events.url = null;
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  /** The next calls of a path that ends like this meet this fault. */
  fails(path: string, fault: Fault, times = 1): void {
    for (let time = 0; time < times; time += 1) this.#faults.push({ path, fault, after: 0 });
  }

  /** So many calls of a path that ends like this go well, the one after them meets this fault. */
  failsAfter(path: string, after: number, fault: Fault): void {
    this.#faults.push({ path, fault, after });
  }

  /** Calls of a path that ends like this, in order. */
  callsOf(path: string): readonly OaCall[] {
    return this.calls.filter((call) => call.path.endsWith(path));
  }

  /** Someone writes, to the account or in a group of it; tells the status of the delivery. */
  async says(text: string, { from = AN, group, place = 'recipient.id', ...how }: Saying = {}) {
    this.#messages += 1;
    const message = { text, msg_id: `u${String(this.#messages)}` };
    this.api.lastHeard.set(from, this.#clock.now());
    const parts =
      group === undefined
        ? { recipient: { id: OA_ID }, message }
        : groupParts(group, place, message);
    const name = group === undefined ? 'user_send_text' : 'user_send_group_text';
    return this.events.bring({ name, sender: { id: from }, ...parts }, how);
  }

  /** Waits until `read` finds something; asked again after every call. */
  async until<Found>(read: () => Found | undefined | false): Promise<Found> {
    for (;;) {
      const found = read();
      if (found !== undefined && found !== false) return found;
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
      });
    }
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // The caller may die while it speaks: then nothing has been asked.
    const call = await readCall(request).catch(() => null);
    if (call === null) return void response.destroy();
    this.calls.push(call);
    const fault = this.#faultFor(call.path);
    if (fault?.kind !== 'hang') this.#answer(call, response, fault);
    this.#changed();
  }

  #answer(call: OaCall, response: ServerResponse, fault: Fault | undefined): void {
    if (fault?.kind === 'reset') return void response.destroy();
    if (fault?.kind === 'status') {
      const { status, retryAfter } = fault;
      const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
      return void response.writeHead(status, headers).end('<html>');
    }
    const answer = JSON.stringify(this.#outcome(call, fault));
    this.onCarriedOut(call.path);
    if (fault?.kind === 'lostAnswer') response.destroy();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
  }

  #outcome(call: OaCall, fault: Fault | undefined): object {
    try {
      if (fault?.kind === 'refusal') throw new OaRefusal(fault.error, fault.message);
      if (call.path === '/v4/oa/access_token') return this.oauth.renew(call);
      if (!this.oauth.accepts(call.headers['access_token'])) {
        throw new OaRefusal(-216, 'Access token is invalid');
      }
      if (this.#isTooFast()) throw new OaRefusal(-32, 'Your application reached limit call api');
      return { error: 0, message: 'Success', data: this.api.perform(call) };
    } catch (error) {
      if (!(error instanceof OaRefusal)) throw error;
      return { error: error.error, message: error.message };
    }
  }

  #isTooFast(): boolean {
    const now = this.#clock.now().epochMilliseconds;
    while ((this.#times[0] ?? now) <= now - 60_000) this.#times.shift();
    this.#times.push(now);
    const isTooFast = this.#times.length > this.#mostPerMinute;
    if (isTooFast) this.tooFast += 1;
    return isTooFast;
  }

  #faultFor(path: string): Fault | undefined {
    const planned = this.#faults.filter((fault) => path.endsWith(fault.path));
    const due = planned.find(({ after }) => after === 0);
    if (due !== undefined) this.#faults.splice(this.#faults.indexOf(due), 1);
    for (const waiting of planned) waiting.after = Math.max(0, waiting.after - 1);
    return due?.fault;
  }

  #changed(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const again of waiting) again();
  }
}
