import { UNCONFIRMED } from '#zalo-api-wrapper';

import type { Reply } from '../../replies/reply.ts';
import { CAPABILITIES, type Capabilities } from '../capabilities.ts';
import type { Address, Channel, Delivery } from '../channel.ts';
import type { Door } from '../door.ts';
import { PICTURES } from '../linked.ts';
import { ZALO_OA } from '../names.ts';
import { ANYONE, numberedChoices, type Spoken } from '../numbered-choices.ts';
import { type Packed, type PackingDesk, packPlain } from '../pack-plain.ts';
import { roomLog } from '../room-log.ts';
import {
  onlyOnce,
  type SendFirst,
  type SendingDesk,
  sendLetters,
  stubbornly,
} from '../send-letters.ts';
import { sendOffering } from '../send-offering.ts';
import { recipientOf } from './chat-ids.ts';
import { groupNames } from './group-names.ts';
import { openEar } from './listen.ts';
import { openWay } from './open-way.ts';
import { RequestBudget } from './request-budget.ts';
import { sendLetter } from './send-letter.ts';
import {
  DEFAULT_PATIENCE,
  type Patience,
  type ZaloOaDeps,
  type ZaloOaOptions,
} from './settings.ts';
import { openUploads } from './uploads.ts';

/**
 * A push that would wait longer for its requests goes later: what is under way too long counts as lost, and is repeated
 * with a mark.
 */
const LONGEST_TURN_MS = 10_000;

/** How a packed reply goes out. */
type Way = { readonly choices: Reply['choices']; readonly first: SendFirst };

/** The Official Account, and the door to mount: it hears by webhook only. */
export type ZaloOaChannel = Channel & { readonly webhook: Door };

/** The channel of an Official Account: the groups it owns (GMF), and the people who write to it. */
export function zaloOaChannel(options: ZaloOaOptions, deps: ZaloOaDeps): ZaloOaChannel {
  const patience = { ...DEFAULT_PATIENCE, ...options.patience };
  const { oa, clock, log, wait } = deps;
  const budget = new RequestBudget(options.requestsPerMinute, deps);
  const numbers = numberedChoices(ZALO_OA, deps);
  const uploads = openUploads({ oa, budget, clock, log });
  const sending = { oa, uploads, budget, clock, sendMs: patience.sendMs };
  const desk: SendingDesk<Uint8Array> = {
    once: (chat, letter) => sendLetter(letter, recipientOf(chat), sending),
    stubbornness: { wait, ...patience },
    sentAgain: options.words.sentAgain,
    log: roomLog('zaloOa', log),
  };
  const offering = { numbers, log: desk.log };
  const packing = packingDesk(options, deps, patience);

  const packedOf = (reply: Reply) => packPlain(reply, null, packing);
  async function send(packed: Packed<Uint8Array>, to: Spoken, { choices, first }: Way) {
    const sent = () => sendLetters(packed, to.chat, { desk, first });
    return sendOffering(sent, { to, choices }, offering);
  }

  async function prepare({ chat }: Address, reply: Reply) {
    const packed = await packedOf(reply);
    const inTheWay = await openWay(recipientOf(chat), sending);
    const way = { choices: reply.choices, first: onlyOnce };
    return async (): Promise<Delivery> => {
      if (inTheWay !== null) return inTheWay;
      const waitMs = budget.waitMs();
      const isLate = waitMs > LONGEST_TURN_MS;
      if (isLate) return { kind: 'later', waitMs, why: 'planLimit', costsNoTry: true };
      return send(packed, { chat, person: ANYONE }, way);
    };
  }

  const talking = {
    numbers,
    nameOf: groupNames({ oa, budget, clock, log }),
    send: async (to: Spoken, reply: Reply) =>
      send(await packedOf(reply), to, { choices: reply.choices, first: stubbornly(desk) }),
  };
  return {
    name: ZALO_OA,
    ...openEar({ options, deps, stopMs: patience.stopMs, talking }),
    prepare,
    async deliver(address, reply) {
      const prepared = await prepare(address, reply);
      return prepared();
    },
  };
}

function packingDesk(
  { words, fileMinutes, unconfirmed }: ZaloOaOptions,
  { draw, makeFile, publish, wait, log }: ZaloOaDeps,
  { chartMs }: Pick<Patience, 'chartMs'>,
): PackingDesk<Uint8Array> {
  const usual = CAPABILITIES[ZALO_OA];
  // should Zalo take the picture and drop the words beside it, nobody would know: off until seen
  const isBeside = unconfirmed.textBesideImage ?? UNCONFIRMED.textBesideImage;
  const capabilities: Capabilities = {
    ...usual,
    ...(isBeside ? { captionLimit: usual.textLimit } : {}),
  };
  const attaching = {
    draw,
    wait,
    chartMs,
    makeFile: makeFile ?? null,
    publish: publish ?? null,
    log: roomLog('zaloOa', log),
    minutes: { chart: null, file: fileMinutes },
  };
  return { capabilities, words, attaching, pictureOf: PICTURES[usual.image.by] };
}
