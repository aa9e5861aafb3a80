import { join } from 'node:path';

import type { Channel } from '../channels/channel.ts';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { type Links, openLinks } from '../links/open-links.ts';
import type { Log } from '../log.ts';
import { LINK_WORDS } from '../replies/link-words.ts';
import { type Parts, telegramOf } from './channels.ts';
import type { Door } from './http-server.ts';
import type { storedOutbox } from './outbox.ts';
import { zaloBotOf } from './zalo-bot.ts';
import { zaloOaOf } from './zalo-oa.ts';

/** The messengers whose accounts are named, and the paths they need. */
type Messengers = {
  readonly channels: readonly Channel[];
  readonly doors: readonly Door[];
  /** To wait for before the store is closed. */
  idle(): Promise<void>;
};

type Room = Parts & { readonly queue: Pick<ReturnType<typeof storedOutbox>, 'store'> };

/** Opens the messengers whose accounts are named; nothing is sent or heard yet. */
export async function openMessengers(config: Config, room: Room): Promise<Messengers> {
  const { telegramBot } = config;
  const links = await publicLinks(config, room.log);
  const telegram = telegramBot && (await telegramOf(config, telegramBot, room));
  const [zaloBot, zaloOa] = await zaloIn(config, room, links);
  const channels = [telegram, zaloBot, zaloOa].filter((channel) => channel !== null);
  return {
    channels,
    doors: [...channels.map(({ webhook }) => webhook), links && links.door].filter(
      (door) => door !== null,
    ),
    idle: async () => zaloOa?.idle(),
  };
}

/** The bot, which is nothing without links, and the account. */
async function zaloIn(config: Config, room: Room, links: Links | null) {
  const { zaloBotAccount, zaloOaAccount } = config;
  const outbox = room.queue.store;
  const publish = links && links.publish;
  return [
    zaloBotAccount &&
      links &&
      (await zaloBotOf(config, zaloBotAccount, { ...room, outbox, links })),
    zaloOaAccount && (await zaloOaOf(config, zaloOaAccount, { ...room, publish })),
  ] as const;
}

/** Where messengers without uploads, and people, fetch pictures and files; null = nobody needs it, or nobody could. */
async function publicLinks(config: Config, log: Log): Promise<Links | null> {
  const { publicUrl, zaloBotAccount, zaloOaAccount } = config;
  if (publicUrl === null || (zaloBotAccount === null && zaloOaAccount === null)) return null;
  return openLinks({
    folder: linkFolderOf(config),
    publicUrl,
    clock: systemClock,
    log,
    words: LINK_WORDS,
  });
}

/** Where the content of links is kept until it dies. */
export function linkFolderOf({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return join(dataFolder, 'links');
}
