import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { BotApi, type SharedFile } from './bot-api.ts';
import {
  AN,
  type DoubleBot,
  type DoubleChat,
  type DoubleUser,
  entitiesOf,
  isShownTo,
  PRIVATE,
} from './chats.ts';
import { ApiRefusal, type Fault } from './faults.ts';
import type { SentMessage } from './outgoing.ts';
import { bodyOf, type CallBody } from './request-body.ts';
import type { Updates } from './updates.ts';

export const TOKEN = '4242:not-a-real-token';
/** A call as it reached the server. */
export type RecordedCall = { readonly method: string; readonly fields: CallBody['fields'] };

const JSON_TYPE = { 'content-type': 'application/json' };

type Saying = {
  readonly chat?: DoubleChat;
  readonly from?: DoubleUser;
  readonly topic?: number;
  /** A message of the bot. */
  readonly replyTo?: number;
};

/**
 * Telegram as far as the bot can tell: a server of the Bot API on this machine, as strict as the real one where it is
 * documented, with faults to order. People speak through `says` and `presses`.
 */
export class TelegramDouble {
  readonly calls: RecordedCall[] = [];
  readonly #bot: DoubleBot;
  readonly #api: BotApi;
  readonly #faults: { method: string; fault: Fault }[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  constructor(bot: Partial<DoubleBot> = {}) {
    this.#bot = { id: 4242, username: 'DungHenBot', privacy: false, ...bot };
    this.#api = new BotApi(this.#bot, (method, fields) => this.#fromResponse(method, fields));
  }

  /** Opens a double on a free port of this machine. */
  static async open(bot: Partial<DoubleBot> = {}): Promise<TelegramDouble> {
    const double = new TelegramDouble(bot);
    await new Promise<void>((resolve) => {
      double.#server.listen(0, '127.0.0.1', resolve);
    });
    return double;
  }

  /** The messages that are out, in order. */
  get sent(): readonly SentMessage[] {
    return this.#api.sent;
  }

  get updates(): Updates {
    return this.#api.updates;
  }

  get root(): string {
    return `http://127.0.0.1:${portOf(this.#server.address())}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.updates.setHook(null);
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  /** The next calls of a method meet this fault. */
  fails(method: string, fault: Fault, times = 1): void {
    for (let time = 0; time < times; time += 1) this.#faults.push({ method, fault });
  }

  /** Someone writes; returns the message's id. Telegram decides whether the bot is shown it. */
  says(text: string, saying: Saying = {}): number {
    return this.#hears({ text, entities: entitiesOf(text) }, { text, ...saying });
  }

  /** Someone sends a file with something written under it. */
  sends(file: SharedFile, caption: string, saying: Saying = {}): number {
    const document = this.#api.keep(file);
    const content = { document, caption, caption_entities: entitiesOf(caption) };
    return this.#hears(content, { text: caption, ...saying });
  }

  #hears(
    content: Readonly<Record<string, unknown>>,
    { text, chat = PRIVATE, from = AN, topic, replyTo }: Saying & { readonly text: string },
  ): number {
    const id = this.#api.takeId();
    const last = this.sent.findLast((message) => message.chat === chat.id);
    const spoken = {
      text,
      chat,
      repliesToBot: replyTo !== undefined,
      botWroteLast: last?.id === id - 1,
    };
    const me = { id: this.#bot.id, is_bot: true, first_name: 'Đúng Hẹn' };
    if (!isShownTo(this.#bot, spoken)) return id;
    this.updates.add({
      message: {
        message_id: id,
        date: 1_700_000_000,
        chat,
        from,
        ...content,
        ...(topic === undefined ? {} : { message_thread_id: topic, is_topic_message: true }),
        ...(replyTo === undefined
          ? {}
          : { reply_to_message: { message_id: replyTo, chat, from: me } }),
      },
    });
    return id;
  }

  /** Someone presses the button with this label on a message of the bot; `data` forges what it carries. */
  presses(label: string, { from = AN, on = this.sent.at(-1), data = '' } = {}): string {
    const button = on?.buttons.find(({ text }) => text === label);
    if (on === undefined || button === undefined) throw new Error(`no button ${label}`);
    const id = this.#api.openPress();
    const chat = this.#api.chats.get(on.chat);
    const topic = on.topic === null ? {} : { message_thread_id: on.topic, is_topic_message: true };
    this.updates.add({
      callback_query: {
        id,
        from,
        chat_instance: '1',
        data: data === '' ? button.callback_data : data,
        message: { message_id: on.id, date: 1_700_000_000, chat, ...topic },
      },
    });
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
    const file = this.#api.fileAt(request.url ?? '', TOKEN);
    if (file !== null) {
      response.writeHead(200).end(file);
      return;
    }
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/u.exec(request.url ?? '') ?? [];
    const body = await bodyOf(request);
    this.calls.push({ method, fields: body.fields });
    this.#changed();
    const fault = this.#faultFor(method);
    if (fault?.kind === 'hang') return;
    await this.#respond(response, fault, () =>
      this.#answer(token === TOKEN ? method : 'wrongToken', body, fault),
    );
    this.#changed();
  }

  async #respond(
    response: ServerResponse,
    fault: Fault | undefined,
    carryOut: () => Promise<{ status: number; json: string }>,
  ): Promise<void> {
    const answer = fault?.kind === 'reset' ? null : await carryOut();
    if (answer === null || fault?.kind === 'lostAnswer') response.destroy();
    else response.writeHead(answer.status, JSON_TYPE).end(answer.json);
  }

  async #answer(method: string, body: CallBody, fault?: Fault) {
    try {
      if (fault?.kind === 'refusal') {
        throw new ApiRefusal(fault.code, fault.description, fault.parameters);
      }
      const result = await this.#api.perform(method, body);
      return { status: 200, json: JSON.stringify({ ok: true, result }) };
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      const { code, message: description, parameters } = error;
      const refusal = { ok: false, error_code: code, description, parameters };
      return { status: code, json: JSON.stringify(refusal) };
    }
  }

  /** A call inside a response has no answer: what is refused is lost. */
  async #fromResponse(method: string, fields: CallBody['fields']): Promise<void> {
    this.calls.push({ method: `response:${method}`, fields });
    await this.#answer(method, { fields, files: new Map() });
    this.#changed();
  }

  #faultFor(method: string): Fault | undefined {
    const index = this.#faults.findIndex((planned) => planned.method === method);
    return index === -1 ? undefined : this.#faults.splice(index, 1)[0]?.fault;
  }

  #changed(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const again of waiting) again();
  }
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}
