import * as z from 'zod';

import { ME } from './chats.ts';
import { ApiRefusal } from './faults.ts';
import type { Incoming } from './incoming.ts';
import { type Fetching, fetchPicture, type PictureFetch } from './pictures.ts';

/** A message that is out. */
export type SentMessage = {
  readonly id: string;
  readonly chat: string;
  /** The text, or the caption of a picture. */
  readonly text: string;
  /** What is emphasised, as the styles say. */
  readonly bold: readonly string[];
  readonly photoUrl: string | null;
  /** How its picture was fetched. */
  readonly fetched: readonly PictureFetch[];
};

const Words = z.string().min(1).max(2000);
const Style = z.strictObject({
  start: z.int().min(0),
  len: z.int().min(1),
  st: z.array(z.string().regex(/^(b|i|u|s|f_\d\d|c_[0-9a-f]{6}|lst_[12]|ind_[1-5])$/u)).min(1),
});
const TextMessage = z.strictObject({
  chat_id: z.string().min(1),
  text: Words,
  parse_mode: z.enum(['markdown', 'html']).optional(),
  text_styles: z.array(Style).optional(),
});
const PhotoMessage = z.strictObject({
  chat_id: z.string().min(1),
  photo: z.url(),
  caption: Words.optional(),
});
const Poll = z.strictObject({ timeout: z.coerce.number().min(0).default(30) });
/** Only public addresses by https are taken. */
const Hook = z.strictObject({
  url: z
    .url({ protocol: /^https$/u })
    .refine((url) => !/^(localhost|127\.|10\.|192\.168\.)/u.test(new URL(url).hostname)),
  secret_token: z.string().min(8).max(256),
});

/** Milliseconds, as all moments of the platform. */
const UPDATED_AT = 1_700_000_000_000;

type Fields = Readonly<Record<string, unknown>>;

/** The methods of the Bot Platform the bot uses, and what they change. */
export class BotPlatform {
  readonly sent: SentMessage[] = [];
  /** How pictures are fetched. */
  fetching: Fetching = 'once';
  /** Messages that may be sent in all; null = any number. */
  quota: number | null = null;
  /** The name people see, where `getMe` tells it: not documented. */
  displayName: string | null = null;
  /** What came of trying the address of a webhook at once, where the answer says so. */
  verification: Fields | null = null;
  readonly #incoming: Incoming;
  readonly #reach: (url: string) => string;
  #last = 100;

  constructor(incoming: Incoming, reach: (url: string) => string) {
    this.#incoming = incoming;
    this.#reach = reach;
  }

  /** Ids of messages count up over all chats. */
  takeId(): string {
    this.#last += 1;
    return `m${this.#last}`;
  }

  /** Carries out a call; throws `ApiRefusal` for what is refused. */
  async perform(method: string, fields: Fields): Promise<unknown> {
    switch (method) {
      case 'getMe':
        return this.displayName === null ? ME : { ...ME, display_name: this.displayName };
      case 'getUpdates':
        return this.#incoming.fetch(valid(Poll, fields).timeout);
      case 'sendMessage':
        return this.#sendText(valid(TextMessage, fields));
      case 'sendPhoto':
        return this.#sendPhoto(valid(PhotoMessage, fields));
      case 'sendChatAction':
        return undefined;
      case 'wrongToken':
        throw new ApiRefusal(401, 'Unauthorized');
      default:
        return this.#webhook(method, fields);
    }
  }

  #webhook(method: string, fields: Fields) {
    switch (method) {
      case 'setWebhook': {
        const { url, secret_token: secret } = valid(Hook, fields);
        this.#incoming.setHook({ url, secret });
        const { verification } = this;
        return { url, updated_at: UPDATED_AT, ...(verification === null ? {} : { verification }) };
      }
      case 'deleteWebhook':
        this.#incoming.setHook(null);
        return { url: '', updated_at: UPDATED_AT };
      case 'getWebhookInfo': {
        const { hook } = this.#incoming;
        if (hook === null) throw new ApiRefusal(404, 'Not Found');
        return { url: hook.url, updated_at: UPDATED_AT };
      }
      default:
        throw new ApiRefusal(404, 'Not Found');
    }
  }

  #sendText({ chat_id: chat, text, text_styles: styles = [] }: z.infer<typeof TextMessage>) {
    if (styles.some(({ start, len }) => start + len > text.length)) {
      throw new ApiRefusal(400, 'Bad Request: text_styles out of range');
    }
    const bold = styles
      .filter(({ st }) => st.includes('b'))
      .map(({ start, len }) => text.slice(start, start + len));
    return this.#out({ chat, text, bold, photoUrl: null, fetched: [] });
  }

  async #sendPhoto({ chat_id: chat, photo, caption = '' }: z.infer<typeof PhotoMessage>) {
    const fetched = await fetchPicture(this.#reach(photo), this.fetching);
    if (fetched.some(({ status, mediaType }) => status !== 200 || mediaType !== 'image/png')) {
      throw new ApiRefusal(400, 'Bad Request: photo cannot be fetched');
    }
    return this.#out({ chat, text: caption, bold: [], photoUrl: photo, fetched });
  }

  #out(message: Omit<SentMessage, 'id'>) {
    if (this.quota !== null && this.sent.length >= this.quota) {
      throw new ApiRefusal(429, 'Quota exceeded');
    }
    const id = this.takeId();
    this.sent.push({ id, ...message });
    return { message_id: id, date: 1_700_000_000_000 };
  }
}

function valid<Shape extends z.ZodType>(shape: Shape, fields: Fields): z.infer<Shape> {
  const read = shape.safeParse(fields);
  if (read.success) return read.data;
  const where = read.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new ApiRefusal(400, `Bad Request: ${where}`);
}
