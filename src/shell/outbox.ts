import { randomUUID } from 'node:crypto';

import { chatGone } from '../answers/chat-gone.ts';
import { tellRightMissing } from '../answers/right-missing.ts';
import type { Channel } from '../channels/channel.ts';
import { TELEGRAM, ZALO_BOT, ZALO_OA } from '../channels/names.ts';
import { TELEGRAM_PACE } from '../channels/telegram/pace.ts';
import { realWait } from '../channels/wait.ts';
import { ZALO_BOT_PACE } from '../channels/zalo-bot/pace.ts';
import { requestsPerMinuteOf } from '../channels/zalo-oa/configuration.ts';
import { zaloOaPace } from '../channels/zalo-oa/plans.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { type DeliveringOutbox, openOutbox } from '../outbox/open-outbox.ts';
import { SENT_AGAIN } from '../replies/outbox-words.ts';
import { outboxStore } from '../storage/outbox-store.ts';
import type { OpenKnowledge } from './open-knowledge.ts';

/** What happens to chats by themselves, for the channels that hear of it. */
export type ChatEvents = {
  moved(channel: string, from: string, to: string): Promise<void>;
  /** The bot can no longer write there: nothing more is sent, and the keepers are told. */
  gone(channel: string, chat: string, why: string): Promise<void>;
  /** The bot can write there again: what rests is sent on. */
  back(channel: string, chat: string): Promise<void>;
  /** The Official Account may send nothing: its plan or a right is missing. */
  rightMissing(why: string): Promise<void>;
};

type Parts = { readonly open: OpenKnowledge; readonly log: Log };

/** The queue of messages the bot sends by itself, with what else follows when a chat moves or is gone. */
export function storedOutbox(
  { open, log }: Parts,
  { keepers, zaloOa }: Pick<Config, 'keepers' | 'zaloOa'>,
) {
  const { storage, reception, knowledge } = open;
  const store = outboxStore(storage);
  const { audience, botNames = {} } = reception;
  const { clock } = knowledge;
  const room = { audience, outbox: store, clock, keepers, botNames };
  const events: ChatEvents = {
    moved: (channel, from, to) => store.move(channel, from, to),
    async gone(channel, chat, why) {
      log.warn('outbox.chatGone', { channel, chat, why });
      await chatGone({ channel, chat }, why, room);
    },
    async back(channel, chat) {
      const woken = await audience.wake(channel, chat, clock.now());
      if (woken > 0) log.info('outbox.chatBack', { channel, chat, woken });
    },
    rightMissing: tellRightMissing(room),
  };
  const paces = {
    [TELEGRAM]: TELEGRAM_PACE,
    [ZALO_BOT]: ZALO_BOT_PACE,
    [ZALO_OA]: zaloOaPace(requestsPerMinuteOf(zaloOa)),
  };
  return { store, events, paces };
}

/** Opens the outbox over the running channels. */
export function deliveringOutbox(
  { store, events, paces }: ReturnType<typeof storedOutbox>,
  { open, log }: Parts,
  channels: readonly Channel[],
): DeliveringOutbox {
  return openOutbox({
    store,
    channels,
    clock: open.knowledge.clock,
    wait: realWait,
    log,
    random: Math.random,
    owner: randomUUID(),
    sentAgain: SENT_AGAIN,
    onNever: (channel, chat, why) => events.gone(channel, chat, why),
    paces,
  });
}
