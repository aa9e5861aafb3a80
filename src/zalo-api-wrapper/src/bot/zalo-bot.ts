import * as z from 'zod';

import type { CallOptions } from '../call-options.ts';
import { deadlineOf } from '../deadline.ts';
import { type CallPlace, ZaloApiError, ZaloCallInvalid } from '../errors.ts';
import { exchange, patienceOf } from '../exchange.ts';
import { switched } from '../unconfirmed.ts';
import { fitForLog } from '../wording.ts';
import type { BotWebhook, ZaloBot, ZaloBotOptions } from './bot-api.ts';
import { isNothingNew, resultOf } from './envelope.ts';
import { photoFields, textFields } from './message-fields.ts';
import { updateSchema } from './read-update.ts';
import { Account, Sent, Webhook } from './results.ts';

const API_ROOT = 'https://bot-api.zaloplatforms.com';
const POLL_SECONDS = 30;
/** How much longer than the poll the client waits for its end. */
const POLL_GRACE_MS = 15_000;
const PHOTO_TIMEOUT_MS = 150_000;

/** One method with its fields, asked and read. */
type Asking<T> = {
  readonly method: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly schema: z.ZodType<T>;
  readonly timeoutMs?: number;
  /** Fields that are not to appear in an error. */
  readonly secrets?: readonly string[];
};

type Ask = <T>(asking: Asking<T>, options?: CallOptions) => Promise<T>;

/**
 * A bot of the Bot Platform by its token. Speaks to nobody until a method is called; throws a `TypeError` at once when
 * the token or the root cannot be part of an address.
 */
export function zaloBot(options: ZaloBotOptions): ZaloBot {
  const ask = asker(options);
  return {
    ...webhookMethods(ask, options),
    ...sendingMethods(ask, options),
    ...readingMethods(ask, options),
  };
}

function asker(options: ZaloBotOptions): Ask {
  const { token } = options;
  if (!/^[\w:.~-]+$/u.test(token)) throw new TypeError('The token of the bot is not of its form');
  const root = new URL(options.apiRoot ?? API_ROOT).href.replace(/\/+$/u, '');
  const unconfirmed = switched(options.unconfirmed);
  return async ({ method, fields, schema, timeoutMs, secrets = [] }, callOptions = {}) => {
    const place: CallPlace = { service: 'bot', method };
    const deadline = deadlineOf(callOptions.signal, patienceOf(callOptions, timeoutMs, options));
    const answer = await exchange(
      {
        place,
        url: `${root}/bot${token}/${method}`,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(fields ?? {}),
      },
      options,
      { ...callOptions, deadline },
    );
    return resultOf(answer, schema, { place, secrets: [token, ...secrets], unconfirmed });
  };
}

function readingMethods(
  ask: Ask,
  { unconfirmed = {} }: ZaloBotOptions,
): Pick<ZaloBot, 'getMe' | 'getUpdates'> {
  const { botPollTimeoutAs } = switched(unconfirmed);
  // nothing new may also come as an empty result
  const Update = z.union([updateSchema(unconfirmed), z.null(), z.undefined(), z.tuple([])]);
  return {
    getMe: (options) => ask({ method: 'getMe', schema: Account }, options),
    async getUpdates({ timeoutSeconds = POLL_SECONDS } = {}, options) {
      const timeout = botPollTimeoutAs === 'string' ? String(timeoutSeconds) : timeoutSeconds;
      const timeoutMs = timeoutSeconds * 1_000 + POLL_GRACE_MS;
      try {
        const update = await ask(
          { method: 'getUpdates', fields: { timeout }, schema: Update, timeoutMs },
          options,
        );
        return update === undefined || Array.isArray(update) ? null : update;
      } catch (error) {
        if (isNothingNew(error)) return null;
        throw error;
      }
    },
  };
}

function webhookMethods(
  ask: Ask,
  { token }: ZaloBotOptions,
): Pick<ZaloBot, 'setWebhook' | 'deleteWebhook' | 'getWebhookInfo'> {
  return {
    async setWebhook({ url, secretToken }, options) {
      const place: CallPlace = { service: 'bot', method: 'setWebhook' };
      if (!url.startsWith('https://')) throw new ZaloCallInvalid(place, 'url-not-https');
      if (secretToken.length < 8 || secretToken.length > 256) {
        throw new ZaloCallInvalid(place, 'secret-length');
      }
      const fields = { url, secret_token: secretToken };
      const secrets = [secretToken];
      const set = await ask({ method: 'setWebhook', fields, schema: Webhook, secrets }, options);
      const { verification } = set;
      if (verification === null || verification.hint === null) return set;
      const hint = fitForLog(verification.hint, [token, secretToken]);
      return { ...set, verification: { ...verification, hint } };
    },
    async deleteWebhook(options) {
      const none = { url: '', updatedAt: null, verification: null };
      return (await unlessNone(ask({ method: 'deleteWebhook', schema: Webhook }, options))) ?? none;
    },
    async getWebhookInfo(options) {
      const asked = ask({ method: 'getWebhookInfo', schema: Webhook }, options);
      const webhook = await unlessNone(asked);
      return webhook === null || webhook.url === '' ? null : webhook;
    },
  };
}

/** HTTP 404 is how Zalo was seen to say that there is no webhook. */
async function unlessNone(asked: Promise<BotWebhook>): Promise<BotWebhook | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ZaloApiError && error.kind === 'not-found') return null;
    throw error;
  }
}

function sendingMethods(
  ask: Ask,
  { photoTimeoutMs = PHOTO_TIMEOUT_MS }: ZaloBotOptions,
): Pick<ZaloBot, 'sendMessage' | 'sendPhoto' | 'sendSticker' | 'sendChatAction'> {
  return {
    async sendMessage(message, options) {
      const fields = textFields(message);
      return ask({ method: 'sendMessage', fields, schema: Sent }, options);
    },
    async sendPhoto(photo, options) {
      const fields = photoFields(photo);
      // whoever has the address has the picture
      const secrets = [photo.photoUrl];
      return ask(
        { method: 'sendPhoto', fields, schema: Sent, timeoutMs: photoTimeoutMs, secrets },
        options,
      );
    },
    sendSticker: ({ chatId, sticker }, options) =>
      ask({ method: 'sendSticker', fields: { chat_id: chatId, sticker }, schema: Sent }, options),
    async sendChatAction({ chatId, action }, options) {
      // answers without a result
      const schema = z.unknown();
      await ask({ method: 'sendChatAction', fields: { chat_id: chatId, action }, schema }, options);
    },
  };
}
