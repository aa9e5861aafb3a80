import { join } from 'node:path';

import type { Channel } from '../channels/channel.ts';
import type { Door } from '../channels/door.ts';
import type { Config } from '../config.ts';
import { type Links, openLinks } from '../links/open-links.ts';
import { LINK_WORDS } from '../replies/link-words.ts';
import { type Parts, telegramOf } from './channels.ts';
import type { storedOutbox } from './outbox.ts';
import { zaloBotOf } from './zalo-bot.ts';
import type { ZaloOaClient } from './zalo-oa-client.ts';
import { zaloOaOf } from './zalo-oa.ts';

/** The messengers whose accounts are named, and the paths they need. */
type Messengers = { readonly channels: readonly Channel[]; readonly doors: readonly Door[] };

type Room = Parts & {
  readonly queue: Pick<ReturnType<typeof storedOutbox>, 'store'>;
  /** Of the account that is named; null = none is. */
  readonly zaloOa: ZaloOaClient | null;
};

/** Opens the messengers whose accounts are named; nothing is sent or heard yet. */
export async function openMessengers(config: Config, room: Room): Promise<Messengers> {
  const { telegramBot } = config;
  const telegram = telegramBot && (await telegramOf(config, telegramBot, room));
  const { zaloBot, zaloOa, links } = await zaloIn(config, room);
  const channels = [telegram, zaloBot, zaloOa].filter((channel) => channel !== null);
  const doors = [...channels.map(({ webhook }) => webhook), links && links.door];
  return { channels, doors: doors.filter((door) => door !== null) };
}

/** The bot, which is nothing without links, and the account, which can do without. */
async function zaloIn(config: Config, room: Room) {
  const { zaloBotAccount, publicUrl } = config;
  if (zaloBotAccount !== null) {
    const links = await linksAt(zaloBotAccount.publicUrl, config, room);
    const outbox = room.queue.store;
    const zaloBot = await zaloBotOf(config, zaloBotAccount, { ...room, outbox, links });
    return { links, zaloBot, zaloOa: await zaloOaIn(config, room, links) };
  }
  const isUsed = room.zaloOa !== null && publicUrl !== null;
  const links = isUsed ? await linksAt(publicUrl, config, room) : null;
  return { links, zaloBot: null, zaloOa: await zaloOaIn(config, room, links) };
}

async function zaloOaIn(config: Config, room: Room, links: Links | null) {
  const { zaloOaAccount } = config;
  const { zaloOa: client, ...parts } = room;
  if (zaloOaAccount === null || client === null) return null;
  return zaloOaOf(config, zaloOaAccount, { ...parts, client, publish: links && links.publish });
}

/** Where messengers without uploads, and people, fetch pictures and files. */
async function linksAt(publicUrl: string, config: Config, { open, log }: Room): Promise<Links> {
  const { clock } = open.knowledge;
  const folder = linkFolderOf(config);
  return openLinks({ folder, publicUrl, clock, log, words: LINK_WORDS });
}

/** Where the content of links is kept until it dies. */
export function linkFolderOf({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return join(dataFolder, 'links');
}
