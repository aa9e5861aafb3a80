import * as z from 'zod';

const Chat = z.object({ id: z.int(), type: z.string(), title: z.string().optional() });
const User = z.object({ id: z.int(), is_bot: z.boolean().default(false) });

const Message = z.object({
  message_id: z.int(),
  chat: Chat,
  from: User.optional(),
  /** Set when someone writes as the group (anonymous administrators) or a linked channel. */
  sender_chat: Chat.optional(),
  is_automatic_forward: z.boolean().optional(),
  message_thread_id: z.int().optional(),
  is_topic_message: z.boolean().optional(),
  reply_to_message: z.object({ message_id: z.int(), from: User.optional() }).optional(),
  text: z.string().optional(),
  /** What is written under a file. */
  caption: z.string().optional(),
  document: z
    .object({
      file_id: z.string(),
      file_name: z.string().optional(),
      file_size: z.number().optional(),
    })
    .nullable()
    .default(null),
  migrate_to_chat_id: z.int().optional(),
});

const CallbackQuery = z.object({
  id: z.string(),
  from: User,
  data: z.string().optional(),
  /** May be "inaccessible" when it is old: then only chat and id are there. */
  message: z
    .object({
      message_id: z.int(),
      chat: Chat,
      message_thread_id: z.int().optional(),
      is_topic_message: z.boolean().optional(),
    })
    .optional(),
});

const Update = z.object({
  message: Message.optional(),
  callback_query: CallbackQuery.optional(),
  my_chat_member: z
    .object({ chat: Chat, new_chat_member: z.object({ status: z.string() }) })
    .optional(),
});

/** What this channel understands of an update; everything else Telegram sends along is dropped at this door. */
export type TelegramUpdate = z.infer<typeof Update>;
export type TelegramMessage = z.infer<typeof Message>;
export type TelegramDocument = NonNullable<TelegramMessage['document']>;
export type TelegramPress = z.infer<typeof CallbackQuery>;

/** The number every update has, whatever is in it; without it nothing can be acknowledged. */
export const NumberedUpdate = z.object({ update_id: z.int() });

/** The kinds of updates to ask for; edited messages and the rest never reach us. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'] as const;

/** Reads one update; null if it is not of the documented shape. */
export function readUpdate(raw: unknown): TelegramUpdate | null {
  return Update.safeParse(raw).data ?? null;
}

/** The bot itself, as `getMe` tells it. */
export const Me = z.object({
  id: z.int(),
  username: z.string().default(''),
  /** False while privacy mode is on: plain talk and hyphen commands in groups do not reach the bot. */
  can_read_all_group_messages: z.boolean().optional(),
});
export type Me = z.infer<typeof Me>;
