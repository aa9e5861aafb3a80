import { zaloBot } from '#zalo-api-wrapper';

import type { Reply } from '../../replies/reply.ts';
import type { Address, Channel } from '../channel.ts';
import { ANYONE, numberedChoices } from '../numbered-choices.ts';
import { roomLog } from '../room-log.ts';
import { sendOffering } from '../send-offering.ts';
import { countSafely } from './count-safely.ts';
import { openEar } from './listen.ts';
import { type PackingDesk, packReply } from './pack-reply.ts';
import { sendOnce } from './send-once.ts';
import { onlyOnce, type SendingDesk, sendPacked } from './send-packed.ts';
import { DEFAULT_PATIENCE, ZALO_BOT, type ZaloBotDeps, type ZaloBotOptions } from './settings.ts';
import { LIKELY } from './unconfirmed.ts';
import type { WebhookDoor } from './webhook.ts';

/** A bot of Zalo's Bot Platform, and the door to mount when Zalo is to bring updates by webhook (null when polling). */
export type ZaloBotChannel = Channel & { readonly webhook: WebhookDoor | null };

/** The channel of the Bot Platform. Nothing is sent or fetched before `listen` or `deliver`. */
export function zaloBotChannel(options: ZaloBotOptions, deps: ZaloBotDeps): ZaloBotChannel {
  const { token, apiRoot, words } = options;
  const patience = { ...DEFAULT_PATIENCE, ...options.patience };
  const unconfirmed = { ...LIKELY, ...options.unconfirmed };
  const api = zaloBot({
    token,
    unconfirmed,
    ...(apiRoot === null ? {} : { apiRoot }),
  });
  const counted = countSafely(deps);
  const numbers = numberedChoices(ZALO_BOT, deps);
  const offering = { numbers, log: roomLog('zaloBot', deps.log) };
  const packing: PackingDesk = { options, deps, patience };
  const sending: SendingDesk = {
    once: sendOnce({ api, counted, patience, unconfirmed }),
    stubbornness: { wait: deps.wait, ...patience },
    sentAgain: words.sentAgain,
    log: deps.log,
  };
  async function prepare({ chat }: Address, reply: Reply) {
    const to = { chat, person: ANYONE, mention: 'inGroups' } as const;
    const packed = await packReply(reply, to, packing);
    const send = () => sendPacked(packed, chat, { desk: sending, first: onlyOnce });
    return () => sendOffering(send, { to, choices: reply.choices }, offering);
  }
  const desk = { packing, sending, numbers, counted, deps };
  const { webhook, listen } = openEar({ options, api, desk, patience, unconfirmed });
  return {
    name: ZALO_BOT,
    webhook,
    listen,
    prepare,
    async deliver(address, reply) {
      const send = await prepare(address, reply);
      return send();
    },
  };
}
