import { zaloBot } from '#zalo-api-wrapper';

import type { Reply } from '../../replies/reply.ts';
import { CAPABILITIES } from '../capabilities.ts';
import type { Address, Channel } from '../channel.ts';
import type { Door } from '../door.ts';
import { PICTURES } from '../linked.ts';
import { ZALO_BOT } from '../names.ts';
import { ANYONE, numberedChoices } from '../numbered-choices.ts';
import { type PackingDesk, packPlain } from '../pack-plain.ts';
import { roomLog } from '../room-log.ts';
import { onlyOnce, type SendingDesk, sendLetters } from '../send-letters.ts';
import { sendOffering } from '../send-offering.ts';
import { countSafely } from './count-safely.ts';
import { openEar } from './listen.ts';
import { sendOnce } from './send-once.ts';
import {
  DEFAULT_PATIENCE,
  type Patience,
  type ZaloBotDeps,
  type ZaloBotOptions,
} from './settings.ts';
import { LIKELY } from './unconfirmed.ts';

/** A bot of Zalo's Bot Platform, and the door to mount when Zalo is to bring updates by webhook (null when polling). */
export type ZaloBotChannel = Channel & { readonly webhook: Door | null };

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
  const packing = packingDesk(options, deps, patience);
  const sending: SendingDesk<string> = {
    once: sendOnce({ api, counted, patience, unconfirmed }),
    stubbornness: { wait: deps.wait, ...patience },
    sentAgain: words.sentAgain,
    log: roomLog('zaloBot', deps.log),
  };
  const offering = { numbers, log: sending.log };
  async function prepare({ chat }: Address, reply: Reply) {
    const packed = await packPlain(reply, null, packing);
    const send = () => sendLetters(packed, chat, { desk: sending, first: onlyOnce });
    const offer = { to: { chat, person: ANYONE }, choices: reply.choices };
    return () => sendOffering(send, offer, offering);
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

function packingDesk(
  { words, chartMinutes, fileMinutes }: ZaloBotOptions,
  { draw, makeFile, publish, wait, log }: ZaloBotDeps,
  { chartMs }: Pick<Patience, 'chartMs'>,
): PackingDesk<string> {
  const capabilities = CAPABILITIES[ZALO_BOT];
  const attaching = {
    draw,
    wait,
    chartMs,
    makeFile: makeFile ?? null,
    publish,
    log: roomLog('zaloBot', log),
    minutes: { chart: chartMinutes, file: fileMinutes },
  };
  return { capabilities, words, attaching, pictureOf: PICTURES[capabilities.image.by] };
}
