import type { Incoming } from '../channel.ts';
import { TELEGRAM } from '../names.ts';
import type {
  Me,
  TelegramDocument,
  TelegramMessage,
  TelegramPress,
  TelegramUpdate,
} from './update.ts';

/** Anyone may press: the question came from a push or from a person who cannot be told apart from others. */
export const ANYONE = '*';

/** Where an answer goes: the chat, the topic in it, and the message it answers (groups only). */
export type Place = {
  readonly chat: string;
  readonly topic: number | null;
  readonly replyTo: number | null;
};

/** What an update means to us. */
export type Heard =
  | {
      readonly kind: 'message';
      readonly message: Incoming;
      readonly place: Place;
      /** Who may press the buttons of the answer. */
      readonly owner: string;
      /** A file that came with it. */
      readonly document: TelegramDocument | null;
    }
  | {
      readonly kind: 'press';
      readonly query: string;
      readonly key: string;
      readonly person: string;
      readonly chatKind: Incoming['chatKind'];
      readonly names: Pick<Incoming, 'chatTitle' | 'topic'>;
      /** Null when the button hangs on a message of no chat we know (inline mode, which we do not use). */
      readonly place: Place | null;
    }
  | { readonly kind: 'membership'; readonly chat: string; readonly status: string }
  | { readonly kind: 'moved'; readonly chat: string; readonly to: string }
  | { readonly kind: 'ignored' };

const IGNORED: Heard = { kind: 'ignored' };

/** Reads what an update means for the bot `me`. */
export function heard(update: TelegramUpdate, me: Me): Heard {
  if (update.message !== undefined) return heardMessage(update.message, me);
  if (update.callback_query !== undefined) return heardPress(update.callback_query);
  if (update.my_chat_member === undefined) return IGNORED;
  const { chat, new_chat_member: member } = update.my_chat_member;
  return { kind: 'membership', chat: String(chat.id), status: member.status };
}

function heardMessage(message: TelegramMessage, me: Me): Heard {
  const chat = String(message.chat.id);
  if (message.migrate_to_chat_id !== undefined) {
    return { kind: 'moved', chat, to: String(message.migrate_to_chat_id) };
  }
  const chatKind = chatKindOf(message.chat.type);
  const sender = senderOf(message);
  const text = textOf(message);
  if (chatKind === null || sender === null || text === undefined || isForAnotherBot(text, me)) {
    return IGNORED;
  }
  const named = withoutMention(text, me);
  const addressed = chatKind === 'private' || named !== null || repliesTo(message, me);
  return {
    kind: 'message',
    message: {
      channel: TELEGRAM,
      chat,
      chatKind,
      person: sender.person,
      text: named ?? text,
      addressed,
      ...namesOf(message),
    },
    place: {
      chat,
      topic: topicOf(message),
      replyTo: chatKind === 'group' ? message.message_id : null,
    },
    owner: sender.owner,
    document: message.document,
  };
}

/** Of pictures the caption is talk of people: there is nothing the bot could read. */
function textOf({ text, document, caption }: TelegramMessage): string | undefined {
  return document === null ? text : (text ?? caption);
}

function heardPress({ id, from, data, message }: TelegramPress): Heard {
  const chatKind = chatKindOf(message?.chat.type ?? '') ?? 'group';
  const press = {
    kind: 'press',
    query: id,
    key: data ?? '',
    person: String(from.id),
    chatKind,
    names: message === undefined ? {} : namesOf(message),
  } as const;
  if (message === undefined) return { ...press, place: null };
  const replyTo = chatKind === 'group' ? message.message_id : null;
  return { ...press, place: { chat: String(message.chat.id), topic: topicOf(message), replyTo } };
}

/** What the group is called, and the topic: what is sent later has to find the same place. */
function namesOf(
  message: Pick<TelegramMessage, 'chat' | 'is_topic_message' | 'message_thread_id'>,
): Pick<Incoming, 'chatTitle' | 'topic'> {
  const topic = topicOf(message);
  return {
    ...(message.chat.title === undefined ? {} : { chatTitle: message.chat.title }),
    ...(topic === null ? {} : { topic: String(topic) }),
  };
}

function chatKindOf(type: string): Incoming['chatKind'] | null {
  if (type === 'private') return 'private';
  return type === 'group' || type === 'supergroup' ? 'group' : null;
}

/**
 * Who wrote it. Other bots are not listened to (two bots would talk for ever), nor posts that Telegram copies from a
 * linked channel. An administrator who writes as the group has a bot's id in `from`; all of them are one person to
 * us, and as nobody can tell who of them presses a button, anyone may.
 */
function senderOf(message: TelegramMessage): { person: string; owner: string } | null {
  if (message.is_automatic_forward === true) return null;
  if (message.sender_chat !== undefined) {
    return { person: String(message.sender_chat.id), owner: ANYONE };
  }
  if (message.from === undefined || message.from.is_bot) return null;
  return { person: String(message.from.id), owner: String(message.from.id) };
}

/** Replies in groups without topics carry a thread id too, but sending to it is refused. */
function topicOf(message: {
  is_topic_message?: boolean | undefined;
  message_thread_id?: number | undefined;
}): number | null {
  return message.is_topic_message === true ? (message.message_thread_id ?? null) : null;
}

/** In a topic everything "replies" to the message that opened it, which may be the bot's own. */
function repliesTo({ reply_to_message: replied, ...message }: TelegramMessage, me: Me): boolean {
  return replied?.from?.id === me.id && replied.message_id !== message.message_thread_id;
}

/**
 * `/tre-han@OtherBot`. Read from the text, because Telegram's command entity ends at the first hyphen or letter with
 * a mark. Names of bots end in "bot".
 */
function isForAnotherBot(text: string, me: Me): boolean {
  const name = /^\/[^@\n]{0,40}@(\w+bot)\b/iu.exec(text)?.[1];
  return name !== undefined && name.toLowerCase() !== me.username.toLowerCase();
}

/** The text without the bot's own @name, which may stand anywhere (Telegram marks none in `/tre-han@Bot`); null = not named. */
function withoutMention(text: string, { username }: Me): string | null {
  if (username === '' || !text.includes('@')) return null;
  const others = text.split(new RegExp(`@${RegExp.escape(username)}(?!\\w)`, 'iu'));
  return others.length === 1
    ? null
    : others
        .join(' ')
        .replaceAll(/[ \t]+/gu, ' ')
        .trim();
}
