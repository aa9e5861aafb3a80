import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

import * as z from 'zod';

import { BotPlatform, type SentMessage } from './bot-platform.ts';
import { AN, BOT_NAME, PRIVATE, TOKEN, type ZaloChat, type ZaloUser } from './chats.ts';
import { ApiRefusal, type Fault } from './faults.ts';
import { type Bringing, Incoming } from './incoming.ts';

/** A call as it reached the server. */
export type RecordedCall = {
  readonly method: string;
  readonly fields: Readonly<Record<string, unknown>>;
};

type Saying = Bringing & {
  readonly chat?: ZaloChat;
  readonly from?: ZaloUser;
  /** In a group: the bot's name was picked from the list after typing @. */
  readonly mention?: boolean;
  /** It answers a message of the bot, which the bot is not told. */
  readonly repliesToBot?: boolean;
  /** Instead of a new one. */
  readonly id?: string;
};

type Place = {
  /** The public address of the bot's own server, and where that is on this machine. */
  readonly publicUrl: string;
  readonly local: () => string;
};

const JSON_TYPE = { 'content-type': 'application/json' };

/**
 * The Bot Platform of Zalo as far as the bot can tell: a server on this machine, written from what is documented and
 * measured of the real one, with faults to order. What is only reported can be switched.
 */
export class ZaloBotDouble {
  readonly calls: RecordedCall[] = [];
  readonly incoming: Incoming;
  readonly platform: BotPlatform;
  readonly #faults: { method: string; fault: Fault }[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  #outage: Fault | null = null;

  constructor({ publicUrl, local }: Place) {
    const reach = (url: string) =>
      url.startsWith(publicUrl) ? local() + url.slice(publicUrl.length) : url;
    this.incoming = new Incoming(reach);
    this.platform = new BotPlatform(this.incoming, reach);
  }

  /** Opens a double on a free port of this machine. */
  static async open(place: Place): Promise<ZaloBotDouble> {
    const double = new ZaloBotDouble(place);
    await new Promise<void>((resolve) => {
      double.#server.listen(0, '127.0.0.1', resolve);
    });
    return double;
  }

  /** The messages that are out, in order. */
  get sent(): readonly SentMessage[] {
    return this.platform.sent;
  }

  get root(): string {
    const address: AddressInfo | string | null = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.incoming.setHook(null);
    this.incoming.endPoll();
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  /** The next calls of a method meet this fault. */
  fails(method: string, fault: Fault, times = 1): void {
    for (let time = 0; time < times; time += 1) this.#faults.push({ method, fault });
  }

  /** From now on every call meets this fault; null = it is over. */
  breaksDown(fault: Fault | null): void {
    this.#outage = fault;
    this.incoming.endPoll();
  }

  /** Someone writes. In a group the bot is shown only what mentions it or answers it. Returns the message's id. */
  says(text: string, saying: Saying = {}): string {
    const { chat = PRIVATE, from = AN, id = this.platform.takeId(), ...how } = saying;
    if (isShown(chat, how)) {
      const said = how.mention === true ? `@${BOT_NAME} ${text}` : text;
      const message = { message_id: id, date: 1_700_000_000_000, from, chat, text: said };
      this.incoming.bring({ event_name: 'message.text.received', message }, how);
    }
    return id;
  }

  /** Calls of one method, in order. */
  callsOf(method: string): readonly RecordedCall[] {
    return this.calls.filter((call) => call.method === method);
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

  /** Waits until so many messages are out. */
  async messages(count: number): Promise<readonly SentMessage[]> {
    return this.until(() => this.sent.length >= count && this.sent.slice(0, count));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', this.root);
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/u.exec(url.pathname) ?? [];
    const fields = { ...Object.fromEntries(url.searchParams), ...(await bodyOf(request)) };
    this.calls.push({ method, fields });
    this.#changed();
    await this.#respond(response, this.#faultFor(method), (fault) =>
      this.#answer(token === TOKEN ? method : 'wrongToken', fields, fault),
    );
    this.#changed();
  }

  async #respond(
    response: ServerResponse,
    fault: Fault | null,
    carryOut: (fault: Fault | null) => Promise<{ status: number; json: string }>,
  ): Promise<void> {
    switch (fault?.kind) {
      case 'hang':
        return;
      case 'reset':
        response.destroy();
        return;
      case 'page':
        response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<h1>Bad</h1>');
        return;
      case 'lostAnswer':
        await carryOut(fault);
        response.destroy();
        return;
      case 'refusal':
      case undefined: {
        const answer = await carryOut(fault);
        response.writeHead(answer.status, JSON_TYPE).end(answer.json);
      }
    }
  }

  async #answer(method: string, fields: RecordedCall['fields'], fault: Fault | null) {
    try {
      if (fault?.kind === 'refusal') throw new ApiRefusal(fault.code, fault.description);
      const result = await this.platform.perform(method, fields);
      // real answers were seen with the zero beside the result
      return { status: 200, json: JSON.stringify({ ok: true, error_code: 0, result }) };
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      const refused = { ok: false, description: error.message, error_code: error.code };
      const inside200 = fault?.kind === 'refusal' && fault.inside200;
      return { status: inside200 ? 200 : error.code, json: JSON.stringify(refused) };
    }
  }

  #faultFor(method: string): Fault | null {
    const index = this.#faults.findIndex((planned) => planned.method === method);
    const planned = index === -1 ? undefined : this.#faults.splice(index, 1)[0]?.fault;
    return planned ?? this.#outage;
  }

  #changed(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const again of waiting) again();
  }
}

function isShown({ chat_type: kind }: ZaloChat, { mention, repliesToBot }: Saying): boolean {
  return kind === 'PRIVATE' || mention === true || repliesToBot === true;
}

async function bodyOf(request: IncomingMessage): Promise<RecordedCall['fields']> {
  if (request.method === 'GET' || request.headers['content-length'] === '0') return {};
  return z.record(z.string(), z.unknown()).parse(await json(request));
}
