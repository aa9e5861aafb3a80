import * as z from 'zod';

import { Count, Id, orNull } from '../loose.ts';
import { switched, type Unconfirmed } from '../unconfirmed.ts';
import type { BotMessage, BotUpdate, BotUpdateKind } from './update.ts';

const Chat = z
  .object({ id: Id, chat_type: z.string() })
  .transform(({ id, chat_type: kind }): BotMessage['chat'] => ({
    id,
    // the side on which nobody reads what is not meant for them
    kind: kind.toUpperCase() === 'PRIVATE' ? 'private' : 'group',
  }));

const Message = z
  .object({
    message_id: Id,
    date: Count,
    from: z.object({
      id: Id,
      display_name: orNull(z.string()),
      // as some clients know it
      name: orNull(z.string()),
      is_bot: z.boolean().catch(false),
    }),
    chat: Chat,
    text: orNull(z.string()),
    photo: orNull(z.string()),
    photo_url: orNull(z.string()),
    caption: orNull(z.string()),
    sticker: orNull(z.string()),
    url: orNull(z.string()),
    voice_url: orNull(z.string()),
  })
  .transform((message): BotMessage => ({
    messageId: message.message_id,
    date: message.date,
    from: {
      id: message.from.id,
      displayName: message.from.display_name ?? message.from.name,
      isBot: message.from.is_bot,
    },
    chat: message.chat,
    text: message.text,
    photoUrl: message.photo_url ?? message.photo,
    caption: message.caption,
    sticker: message.sticker,
    url: message.url,
    voiceUrl: message.voice_url,
  }));

/** Of an event of a form nobody has described, at least the chat, where it stands in a message or alone. */
const About = z.object({
  message: z.object({ chat: Chat }).optional().catch(undefined),
  chat: Chat.optional().catch(undefined),
});

const KINDS: Readonly<Record<string, BotUpdateKind>> = {
  'message.text.received': 'text',
  'message.image.received': 'image',
  'message.sticker.received': 'sticker',
  'message.voice.received': 'voice',
  'message.unsupported.received': 'unsupported',
};

/** Kinds of which the message may be missing or of a form of its own. */
const WITHOUT_MESSAGE: ReadonlySet<BotUpdateKind> = new Set(['unsupported', 'other']);

/** An update without its envelope. What is known has its message; what is not is let through without. */
export function updateSchema(unconfirmed: Partial<Unconfirmed> = {}): z.ZodType<BotUpdate> {
  const kinds = new Map(Object.entries({ ...KINDS, ...switched(unconfirmed).botEventKinds }));
  return z
    .object({
      event_name: z.string().min(1),
      message: z.unknown().optional(),
      chat: z.unknown().optional(),
    })
    .transform((update, context): BotUpdate => {
      const kind = kinds.get(update.event_name) ?? 'other';
      const message = Message.safeParse(update.message);
      if (!message.success && !WITHOUT_MESSAGE.has(kind)) {
        for (const { path } of message.error.issues) {
          context.addIssue({ code: 'custom', path: ['message', ...path] });
        }
        return z.NEVER;
      }
      return {
        kind,
        eventName: update.event_name,
        key: message.success ? `${update.event_name} ${message.data.messageId}` : null,
        message: message.data ?? null,
        chat: chatIn(update),
      };
    });
}

function chatIn(update: unknown): BotMessage['chat'] | null {
  const about = About.safeParse(update).data;
  return about?.message?.chat ?? about?.chat ?? null;
}
