import { type BotMessage, type BotUpdate, withoutMentions } from '#zalo-api-wrapper';

import { afterUsualName } from '../../dialogue/clean-text.ts';
import type { Incoming } from '../channel.ts';
import { ZALO_BOT } from '../names.ts';
import type { Spoken } from '../numbered-choices.ts';

/** What an update means to us. */
export type Heard =
  | { readonly kind: 'message'; readonly message: Incoming }
  /** The bot is new in a chat; `message` asks it to introduce itself. */
  | { readonly kind: 'added'; readonly message: Incoming }
  | { readonly kind: 'ignored' };

/** What is known of the bot that is not in an update. */
export type Ears = {
  /** What the bot is shown by. */
  readonly names: readonly string[];
  /** Parts of the names of events that tell of being added. */
  readonly addedEvents: readonly string[];
};

const IGNORED: Heard = { kind: 'ignored' };

/** Reads what an update means. Other bots are not listened to: two bots would talk for ever. */
export function heard(update: BotUpdate, { names, addedEvents }: Ears): Heard {
  const { kind, eventName, message } = update;
  if (message?.from.isBot === true) return IGNORED;
  if (kind === 'other') {
    return addedEvents.some((part) => eventName.includes(part)) ? added(update) : IGNORED;
  }
  return message === null ? IGNORED : wordsOf(message, names);
}

/** Of an event nobody has described a chat is enough; who added the bot need not stand there. */
function added({ chat, message }: BotUpdate): Heard {
  if (chat === null) return IGNORED;
  return { kind: 'added', message: incoming(chat, message?.from.id ?? chat.id, '/start') };
}

function wordsOf({ text, caption, chat, from }: BotMessage, names: readonly string[]): Heard {
  const words = text ?? caption;
  if (words === null) return IGNORED;
  const bare = chat.kind === 'group' ? withoutName(words, names) : words;
  return { kind: 'message', message: incoming(chat, from.id, bare) };
}

/**
 * A group message without the mentions of the bot, wherever they stand: its name may be that of an agency. Of a bot whose
 * name nobody has told us, a command still begins with its slash, and the name the bot usually has is known; of anything
 * else nobody can tell where the name ends, and what is left of one must not be taken for an agency: it is as if only the
 * bot had been called.
 */
function withoutName(said: string, names: readonly string[]): string {
  const text = withoutMentions(said, names);
  if (text !== said || !text.startsWith('@')) return text;
  const command = /^@[^/]{1,40}\s(?<command>\/.*)$/su.exec(text)?.groups?.['command'];
  return command ?? afterUsualName(text) ?? '';
}

/** Of a group the bot is shown only what mentions it or answers it, so it is always meant. */
function incoming(
  { id: chat, kind: chatKind }: BotMessage['chat'],
  person: string,
  text: string,
): Incoming {
  return {
    channel: ZALO_BOT,
    chat,
    chatKind,
    person,
    text,
    addressed: true,
  };
}

/** Who is answered. */
export function speakerOf({ chat, person }: Incoming): Spoken {
  return { chat, person };
}
