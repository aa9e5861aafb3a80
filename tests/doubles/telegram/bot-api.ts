import * as z from 'zod';

import { type DoubleBot, type DoubleChat, FORUM, GROUP, PRIVATE, SUPERGROUP } from './chats.ts';
import { ApiRefusal } from './faults.ts';
import { documentMessage, photoMessage, type SentMessage, textMessage, valid } from './outgoing.ts';
import type { CallBody } from './request-body.ts';
import { type Hook, Updates } from './updates.ts';

const Poll = z.looseObject({ offset: z.int().default(0), timeout: z.number().default(0) });
const HookSettings = z.strictObject({
  url: z.url(),
  secret_token: z
    .string()
    .regex(/^[\w-]{1,256}$/u)
    .optional(),
  allowed_updates: z.array(z.string()).optional(),
});
const CommandMenu = z.strictObject({
  commands: z
    .array(
      z.strictObject({
        command: z.string().regex(/^[a-z0-9_]{1,32}$/u, 'BOT_COMMAND_INVALID'),
        description: z.string().min(1).max(256),
      }),
    )
    .max(100),
  scope: z.strictObject({ type: z.string() }).optional(),
  language_code: z.string().length(2).optional(),
});
const FileAsked = z.strictObject({ file_id: z.string() });

/** A file that a person sends; `size` is what Telegram says of it, if it is not the truth. */
export type SharedFile = {
  readonly name?: string;
  readonly bytes: Uint8Array;
  readonly size?: number;
};

const PressAnswer = z.strictObject({
  callback_query_id: z.string(),
  text: z.string().max(200).optional(),
});

/** The methods that send, and what each of them takes. */
const MESSAGES: ReadonlyMap<string, (body: CallBody) => Omit<SentMessage, 'id'>> = new Map([
  ['sendMessage', textMessage],
  ['sendPhoto', photoMessage],
  ['sendDocument', documentMessage],
]);

/** The methods of the Bot API the bot uses, and what they change. */
export class BotApi {
  readonly sent: SentMessage[] = [];
  readonly updates = new Updates();
  readonly chats = new Map(
    [PRIVATE, GROUP, SUPERGROUP, FORUM].map((chat): [number, DoubleChat] => [chat.id, chat]),
  );
  readonly #bot: DoubleBot;
  readonly #performInResponse: Hook['perform'];
  readonly #openPresses = new Set<string>();
  readonly #files: Uint8Array[] = [];
  #lastMessage = 100;

  constructor(bot: DoubleBot, performInResponse: Hook['perform']) {
    this.#bot = bot;
    this.#performInResponse = performInResponse;
  }

  /** Ids of messages count up over all chats. */
  takeId(): number {
    this.#lastMessage += 1;
    return this.#lastMessage;
  }

  /** Keeps a file, and tells of it as a message does. */
  keep({ name, bytes, size = bytes.length }: SharedFile): Readonly<Record<string, unknown>> {
    this.#files.push(bytes);
    const id = `file-${String(this.#files.length - 1)}`;
    return { file_id: id, file_size: size, ...(name === undefined ? {} : { file_name: name }) };
  }

  /** What lies at an address that `getFile` told of. */
  fileAt(url: string, token: string): Uint8Array | null {
    const [, given, at] = /^\/file\/bot([^/]+)\/documents\/(\d+)$/u.exec(url) ?? [];
    return given === token ? (this.#files[Number(at)] ?? null) : null;
  }

  /** A press that the bot has yet to acknowledge. */
  openPress(): string {
    const id = `press-${this.takeId()}`;
    this.#openPresses.add(id);
    return id;
  }

  /** Carries out a call; throws `ApiRefusal` for what Telegram refuses. */
  async perform(method: string, body: CallBody): Promise<unknown> {
    const message = MESSAGES.get(method);
    if (message !== undefined) return this.#send(message(body));
    switch (method) {
      case 'getMe': {
        const { id, username, privacy } = this.#bot;
        return {
          id,
          is_bot: true,
          first_name: 'Đúng Hẹn',
          username,
          can_read_all_group_messages: !privacy,
        };
      }
      case 'getUpdates': {
        const { offset, timeout } = valid(Poll, body.fields);
        return this.updates.fetch({ offset, seconds: timeout });
      }
      case 'setWebhook': {
        const { url, secret_token: secret } = valid(HookSettings, body.fields);
        this.updates.setHook({ url, secret, perform: this.#performInResponse });
        return true;
      }
      case 'deleteWebhook':
        this.updates.setHook(null);
        return true;
      case 'setMyCommands':
        return valid(CommandMenu, body.fields) !== undefined;
      case 'answerCallbackQuery':
        return this.#answerPress(valid(PressAnswer, body.fields).callback_query_id);
      case 'getFile': {
        const { file_id: id } = valid(FileAsked, body.fields);
        return { file_id: id, file_path: id.replace('file-', 'documents/') };
      }
      case 'wrongToken':
        throw new ApiRefusal(401, 'Unauthorized');
      default:
        throw new ApiRefusal(404, 'Not Found');
    }
  }

  #send(message: Omit<SentMessage, 'id'>): object {
    const chat = this.chats.get(message.chat);
    if (chat === undefined) throw new ApiRefusal(400, 'Bad Request: chat not found');
    if (message.topic !== null && chat.is_forum !== true) {
      throw new ApiRefusal(400, 'Bad Request: message thread not found');
    }
    const id = this.takeId();
    this.sent.push({ id, ...message });
    return { message_id: id, date: 1_700_000_000, chat };
  }

  #answerPress(id: string): true {
    if (this.#openPresses.delete(id)) return true;
    throw new ApiRefusal(
      400,
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    );
  }
}
