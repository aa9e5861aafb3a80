import type { Api } from 'grammy';

import { faultText } from '../../log.ts';
import type { Answer, Incoming, SentFile } from '../channel.ts';
import type { KeptChoice } from '../choice-store.ts';
import type { InOrder } from '../in-order.ts';
import { TELEGRAM } from '../names.ts';
import { ANYONE, type Heard, type Place } from './heard.ts';
import type { ResponseSlot } from './response-slot.ts';
import { type Letter, messagePayload } from './send-once.ts';
import { type Desk, packReply, sendPacked } from './send-reply.ts';
import { sendStubbornly } from './send-stubbornly.ts';
import type { TelegramWords } from './settings.ts';
import type { TelegramDocument } from './update.ts';

/** What talking with people needs. */
export type Conversing = {
  readonly api: Api;
  readonly answer: Answer;
  readonly desk: Desk;
  readonly queue: InOrder;
  readonly words: TelegramWords;
  readonly fileOf: (document: TelegramDocument) => SentFile;
};

type HeardMessage = Extract<Heard, { kind: 'message' }>;
type HeardPress = Extract<Heard, { kind: 'press' }>;

/** What the bot is in a chat that it can no longer write to. */
const GONE: ReadonlySet<string> = new Set(['kicked', 'left']);

/** Deals with what was heard; resolves when the answer, if any, is out or given up. */
export async function converse(
  heard: Heard,
  slot: ResponseSlot,
  conversing: Conversing,
): Promise<void> {
  const { log } = conversing.desk.deps;
  switch (heard.kind) {
    case 'message':
      return answerInOrder(heard, slot, conversing);
    case 'press': {
      const { query } = heard;
      await conversing.queue.run(`press ${query}`, () => answerPress(heard, slot, conversing));
      return;
    }
    case 'membership': {
      const { chat, status } = heard;
      log.info('telegram.membership', { chat, status });
      if (GONE.has(status)) await conversing.desk.deps.chats?.gone(chat, status);
      return;
    }
    case 'moved': {
      const { chat, to } = heard;
      log.info('telegram.chatMoved', { chat, to });
      await conversing.desk.deps.chats?.moved(chat, to);
      return;
    }
    case 'ignored':
  }
}

async function answerInOrder(
  heard: HeardMessage,
  slot: ResponseSlot,
  conversing: Conversing,
): Promise<void> {
  const { chat } = heard.place;
  const run = conversing.queue.run(chat, () => answerMessage(heard, slot, conversing));
  if (run === null) conversing.desk.deps.log.warn('telegram.chatFloodsBot', { chat });
  await run;
}

async function answerMessage(
  { message, place, owner, document }: HeardMessage,
  slot: ResponseSlot,
  { answer, desk, fileOf }: Conversing,
): Promise<void> {
  const reply = await answer({ ...message, ...fileIn(document, fileOf) });
  if (reply === null) return;
  // a reply inside the response brings no receipt and no refusal: good enough where nobody else is talking and the
  // person has just written, not for groups with their flood limits and rights; pictures and files cannot travel in it at all
  if (reply.chart !== null || reply.file !== undefined || message.chatKind === 'group')
    slot.close();
  const packed = await packReply(reply, { chat: place.chat, owner }, desk);
  const [letter, ...others] = packed.letters;
  if (letter !== undefined && others.length === 0 && letter.attached === null) {
    if (slot.give({ method: 'sendMessage', ...messagePayload(place, letter) })) return;
  }
  slot.close();
  const first = (to: Place, what: Letter) => sendStubbornly(to, what, desk.stubbornness);
  const delivery = await sendPacked(packed, place, { desk, first });
  if (delivery.kind !== 'delivered') {
    desk.deps.log.warn('telegram.answerNotDelivered', { chat: place.chat, ...delivery });
  }
}

function fileIn(
  document: TelegramDocument | null,
  fileOf: Conversing['fileOf'],
): Pick<Incoming, 'file'> {
  return document === null ? {} : { file: fileOf(document) };
}

/** A pressed button is told at once whether it counts (else it keeps spinning); what it says is then answered. */
async function answerPress(
  press: HeardPress,
  slot: ResponseSlot,
  conversing: Conversing,
): Promise<void> {
  slot.close();
  const kept = await recalled(press.key, conversing);
  const refusal = refusalOf(kept, press);
  const told = tell(press.query, refusal, conversing);
  if (refusal === null && kept !== null && press.place !== null) {
    const message: Incoming = {
      channel: TELEGRAM,
      chat: press.place.chat,
      chatKind: press.chatKind,
      person: press.person,
      text: kept.send,
      addressed: true,
      ...press.names,
    };
    const heard = {
      kind: 'message',
      message,
      place: press.place,
      owner: press.person,
      document: null,
    } as const;
    await answerInOrder(heard, slot, conversing);
  }
  await told;
}

/** A store that fails is no reason to leave the button spinning. */
async function recalled(key: string, { desk }: Conversing): Promise<KeptChoice | null> {
  try {
    return await desk.deps.choices.recall(key);
  } catch (error) {
    desk.deps.log.error('telegram.choiceNotRecalled', { why: faultText(error) });
    return null;
  }
}

/** Anyone in a group sees the buttons and anyone can send any key: both are checked here and nowhere else. */
function refusalOf(
  kept: KeptChoice | null,
  { place, person }: HeardPress,
): 'expired' | 'notYours' | null {
  if (kept === null || kept.channel !== TELEGRAM || kept.chat !== place?.chat) return 'expired';
  return kept.person === ANYONE || kept.person === person ? null : 'notYours';
}

async function tell(
  query: string,
  refusal: 'expired' | 'notYours' | null,
  { api, words, desk }: Conversing,
): Promise<void> {
  try {
    await api.answerCallbackQuery(query, refusal === null ? {} : { text: words[refusal] });
  } catch {
    // the person has their answer all the same; Telegram refuses this after a few seconds
    desk.deps.log.info('telegram.pressNotAcknowledged');
  }
}
