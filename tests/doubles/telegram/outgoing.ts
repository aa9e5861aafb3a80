import * as z from 'zod';

import { ApiRefusal } from './faults.ts';
import { HtmlRefused, type ParsedHtml, parseHtml } from './parse-html.ts';
import type { CallBody } from './request-body.ts';

/** A message that is out, as people see it. */
export type SentMessage = {
  readonly id: number;
  readonly chat: number;
  readonly topic: number | null;
  readonly replyTo: number | null;
  /** What is read: text, or the caption of a photo or file. */
  readonly text: string;
  readonly entities: ParsedHtml['entities'];
  readonly photo: Uint8Array | null;
  readonly document: { readonly name: string; readonly bytes: Uint8Array } | null;
  readonly buttons: readonly Button[];
};

type Button = { readonly text: string; readonly callback_data: string };

const bytes = (max: number) =>
  z
    .string()
    .refine((value) => value !== '' && Buffer.byteLength(value) <= max, 'BUTTON_DATA_INVALID');

const Destination = z.strictObject({
  chat_id: z.coerce.number().int(),
  message_thread_id: z.coerce.number().int().optional(),
  reply_parameters: z
    .strictObject({ message_id: z.int(), allow_sending_without_reply: z.boolean().optional() })
    .optional(),
  reply_markup: z
    .strictObject({
      inline_keyboard: z
        .array(
          z
            .array(z.strictObject({ text: z.string().min(1), callback_data: bytes(64) }))
            .min(1)
            .max(8),
        )
        .max(100),
    })
    .optional(),
});
const Markup = { parse_mode: z.literal('HTML').optional() };

const Text = Destination.extend({
  ...Markup,
  text: z.string(),
  link_preview_options: z.strictObject({ is_disabled: z.boolean() }).optional(),
});
const Captioned = Destination.extend({ ...Markup, caption: z.string().optional() });
const Photo = Captioned.extend({ photo: z.string() });
const Document = Captioned.extend({ document: z.string() });

/** A message of `sendMessage`, checked as strictly as Telegram checks it. */
export function textMessage({ fields }: CallBody): Omit<SentMessage, 'id'> {
  const call = valid(Text, fields);
  const { text, entities } = visible(call.text, call.parse_mode);
  if (text.trim() === '') throw new ApiRefusal(400, 'Bad Request: message text is empty');
  if (characters(text) > 4096) throw new ApiRefusal(400, 'Bad Request: message is too long');
  return { ...common(call), text, entities, photo: null, document: null };
}

/** A message of `sendPhoto`; only uploads, only PNG. */
export function photoMessage({ fields, files }: CallBody): Omit<SentMessage, 'id'> {
  const call = valid(Photo, fields);
  const photo = uploaded(call.photo, files)?.bytes;
  if (photo === undefined || !isPng(photo))
    throw new ApiRefusal(400, 'Bad Request: IMAGE_PROCESS_FAILED');
  return { ...common(call), ...caption(call), photo, document: null };
}

/** A message of `sendDocument`; only uploads, which have a name and are not empty. */
export function documentMessage({ fields, files }: CallBody): Omit<SentMessage, 'id'> {
  const call = valid(Document, fields);
  const document = uploaded(call.document, files);
  if (document === undefined || document.name === '')
    throw new ApiRefusal(400, 'Bad Request: there is no document in the request');
  if (document.bytes.length === 0) throw new ApiRefusal(400, 'Bad Request: file must be non-empty');
  return { ...common(call), ...caption(call), photo: null, document };
}

function uploaded(field: string, files: CallBody['files']) {
  return files.get(field.replace('attach://', ''));
}

function caption(call: z.infer<typeof Captioned>): ParsedHtml {
  const seen = visible(call.caption ?? '', call.parse_mode);
  if (characters(seen.text) > 1024)
    throw new ApiRefusal(400, 'Bad Request: message caption is too long');
  return seen;
}

function common(call: z.infer<typeof Destination>) {
  return {
    chat: call.chat_id,
    topic: call.message_thread_id ?? null,
    replyTo: call.reply_parameters?.message_id ?? null,
    buttons: call.reply_markup?.inline_keyboard.flat() ?? [],
  };
}

function visible(text: string, mode: 'HTML' | undefined): ParsedHtml {
  if (mode === undefined) return { text, entities: [] };
  try {
    return parseHtml(text);
  } catch (error) {
    if (!(error instanceof HtmlRefused)) throw error;
    throw new ApiRefusal(400, `Bad Request: ${error.message}`);
  }
}

/** Checks fields against a schema; unknown fields count as a mistake of the client, though Telegram ignores them. */
export function valid<Schema extends z.ZodType>(schema: Schema, fields: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(fields);
  if (!parsed.success) throw new ApiRefusal(400, `Bad Request: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

const characters = (text: string) => Array.from(text).length;

function isPng(file: Uint8Array): boolean {
  return Buffer.from(file.subarray(0, 8)).equals(Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'));
}
