/** A chat as the Bot API describes it. */
export type DoubleChat = {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup';
  readonly is_forum?: true;
};

export type DoubleUser = {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
};

/** An account of the bot; `privacy` on is how every bot is born. */
export type DoubleBot = {
  readonly id: number;
  readonly username: string;
  readonly privacy: boolean;
};

export const AN: DoubleUser = { id: 11, is_bot: false, first_name: 'An' };
export const BINH: DoubleUser = { id: 12, is_bot: false, first_name: 'Bình' };
/** A private chat has the id of the person. */
export const PRIVATE: DoubleChat = { id: AN.id, type: 'private' };
export const GROUP: DoubleChat = { id: -500, type: 'group' };
export const SUPERGROUP: DoubleChat = { id: -1_001_234_567_890, type: 'supergroup' };
export const FORUM: DoubleChat = { id: -1_009_876_543_210, type: 'supergroup', is_forum: true };

type Entity = {
  readonly type: 'bot_command' | 'mention';
  readonly offset: number;
  readonly length: number;
};

const COMMAND = /(?<![\w/<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\p{L}\p{N}_/<>])/gu;
const MENTION = /(?<![\p{L}\p{N}_@])@[A-Za-z0-9_]{3,32}(?!\w)/gu;

/** The entities Telegram's servers find: a command ends at the first hyphen, and is none before a letter with marks. */
export function entitiesOf(text: string): readonly Entity[] {
  const found = (type: Entity['type'], pattern: RegExp) =>
    Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({
      type,
      offset: index,
      length: match.length,
    }));
  return [...found('bot_command', COMMAND), ...found('mention', MENTION)];
}

export type Spoken = {
  readonly text: string;
  readonly chat: DoubleChat;
  readonly repliesToBot: boolean;
  /** Whether the bot was the last bot to write in the chat. */
  readonly botWroteLast: boolean;
};

/** What a bot is shown: everything in private; in groups with privacy on only what is plainly meant for it. */
export function isShownTo(
  bot: DoubleBot,
  { text, chat, repliesToBot, botWroteLast }: Spoken,
): boolean {
  if (chat.type === 'private' || !bot.privacy || repliesToBot) return true;
  return entitiesOf(text).some(({ type, offset, length }) => {
    const [name, to] = text.slice(offset, offset + length).split('@');
    const forIt = to?.toLowerCase() === bot.username.toLowerCase();
    return type === 'mention' ? forIt : forIt || (to === undefined && name !== '' && botWroteLast);
  });
}
