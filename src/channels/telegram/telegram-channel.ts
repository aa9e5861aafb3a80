import type { Reply } from '../../replies/reply.ts';
import type { Address, Channel } from '../channel.ts';
import type { Door } from '../door.ts';
import { TELEGRAM } from '../names.ts';
import { choiceKeys } from './choice-keys.ts';
import { keptCompose } from './compose.ts';
import { ANYONE, type Place } from './heard.ts';
import { apiClient, openEar } from './listen.ts';
import { type Letter, sendOnce } from './send-once.ts';
import { type Desk, packReply, sendPacked } from './send-reply.ts';
import { roomForMark } from './send-stubbornly.ts';
import { DEFAULT_PATIENCE, type TelegramDeps, type TelegramOptions } from './settings.ts';

/** Telegram, and the door to mount when it is to bring updates by webhook (null when polling). */
export type TelegramChannel = Channel & { readonly webhook: Door | null };

/** The Telegram channel on the Bot API. Nothing is sent or fetched before `listen` or `deliver`. */
export function telegramChannel(options: TelegramOptions, deps: TelegramDeps): TelegramChannel {
  const patience = { ...DEFAULT_PATIENCE, ...options.patience };
  const api = apiClient(options, patience.sendSeconds);
  const once = sendOnce(api);
  const { sentAgain } = options.words;
  const stubbornness = { once, wait: deps.wait, patience, sentAgain };
  const compose = keptCompose(roomForMark(sentAgain));
  const keysOf = choiceKeys(deps.choices, deps.clock);
  const desk: Desk = { deps, patience, stubbornness, compose, keysOf };
  // the outbox, which deliveries come from, waits and repeats by a plan of its own that survives a restart
  const first = async (place: Place, letter: Letter) => ({
    place,
    delivery: await once(place, letter),
  });
  async function prepare({ chat, topic }: Address, reply: Reply) {
    const place: Place = { chat, topic: topic === null ? null : Number(topic), replyTo: null };
    const packed = await packReply(reply, { chat, owner: ANYONE }, desk);
    return () => sendPacked(packed, place, { desk, first });
  }
  const { webhook, listen } = openEar({ options, api, desk });
  return {
    name: TELEGRAM,
    webhook,
    listen,
    prepare,
    async deliver(address, reply) {
      const send = await prepare(address, reply);
      return send();
    },
  };
}
