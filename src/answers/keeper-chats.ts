import { chatRef, type ChatOf } from '../audience/chat-name.ts';
import type { Keeper } from '../audience/standing-of.ts';
import type { AudienceStore } from '../audience/store.ts';
import { uniqueBy } from '../unique-by.ts';

/** Where keepers are told what goes on. */
export type KeeperRoom = {
  readonly audience: Pick<AudienceStore, 'bindings'>;
  readonly keepers: readonly Keeper[];
};

/**
 * The chats in which keepers hear of the bot: their private ones (a keeper's private chat has the keeper's own id, in
 * Telegram and Zalo alike), and those that were let in as theirs.
 */
export async function keeperChats({ audience, keepers }: KeeperRoom): Promise<readonly ChatOf[]> {
  const bound = (await audience.bindings()).filter(({ role }) => role === 'keeper');
  const own = keepers.map(({ channel, person }) => ({ channel, chat: person }));
  const all = [...own, ...bound.map(({ channel, chat }) => ({ channel, chat }))];
  return uniqueBy(all, ({ channel, chat }) => chatRef(channel, chat));
}

/** Whether a keeper can be told of a messenger's trouble by another one. */
export async function hearElsewhere(room: KeeperRoom, channel: string): Promise<boolean> {
  const chats = await keeperChats(room);
  return chats.some((chat) => chat.channel !== channel);
}
