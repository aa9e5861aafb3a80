import { type Api, InputFile } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';

import type { Delivery } from '../channel.ts';
import { deliveryOf } from './faults.ts';
import type { Place } from './heard.ts';

/** A picture shown in the chat, or a file to be opened elsewhere. */
export type Attachment = {
  readonly kind: 'photo' | 'document';
  readonly name: string;
  readonly bytes: Uint8Array;
};

/** One message, free of the chat it goes to. */
export type Letter = {
  readonly html: string;
  readonly attached: Attachment | null;
  readonly keyboard: InlineKeyboardMarkup | null;
};

/** Sends one message once and says what became of it; never rejects. */
export type SendOnce = (place: Place, letter: Letter) => Promise<Delivery>;

/** The fields of `sendMessage`, for the API and for a reply inside a webhook's response alike. */
export function messagePayload(place: Place, { html, keyboard }: Letter) {
  return {
    ...destination(place, keyboard),
    text: html,
    parse_mode: 'HTML' as const,
    link_preview_options: { is_disabled: true },
  };
}

/** `api` must give up by itself; a call given up counts as unknown. */
export function sendOnce(api: Api): SendOnce {
  return async (place, letter) => {
    try {
      const { message_id: id } = await call(api, place, letter);
      return { kind: 'delivered', receipt: String(id) };
    } catch (error) {
      return deliveryOf(error, api.token);
    }
  };
}

function call(api: Api, place: Place, letter: Letter) {
  const { html, attached, keyboard } = letter;
  if (attached === null) return api.raw.sendMessage(messagePayload(place, letter));
  const file = new InputFile(attached.bytes, attached.name);
  const message = {
    ...destination(place, keyboard),
    ...(html === '' ? {} : { caption: html, parse_mode: 'HTML' as const }),
  };
  return attached.kind === 'photo'
    ? api.raw.sendPhoto({ ...message, photo: file })
    : api.raw.sendDocument({ ...message, document: file });
}

function destination({ chat, topic, replyTo }: Place, keyboard: InlineKeyboardMarkup | null) {
  return {
    chat_id: Number(chat),
    ...(topic === null ? {} : { message_thread_id: topic }),
    ...(replyTo === null
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
    ...(keyboard === null ? {} : { reply_markup: keyboard }),
  };
}
