import type { Answer, Incoming } from '../channel.ts';
import type { InOrder } from '../in-order.ts';
import { ZALO_BOT } from '../names.ts';
import type { NumberedChoices } from '../numbered-choices.ts';
import { type PackingDesk, packPlain } from '../pack-plain.ts';
import { type SendingDesk, sendLetters, stubbornly } from '../send-letters.ts';
import { sendOffering } from '../send-offering.ts';
import { type Heard, speakerOf } from './heard.ts';
import type { ZaloBotDeps } from './settings.ts';

/** What talking with people needs. */
export type Conversing = {
  readonly answer: Answer;
  readonly packing: PackingDesk<string>;
  readonly sending: SendingDesk<string>;
  readonly numbers: NumberedChoices;
  readonly queue: InOrder;
  readonly deps: Pick<ZaloBotDeps, 'seen' | 'clock' | 'log'>;
};

/** Deals with what was heard; resolves when the answer, if any, is out or given up. */
export async function converse(heard: Heard, conversing: Conversing): Promise<void> {
  const { deps, queue } = conversing;
  if (heard.kind === 'ignored') return;
  if (heard.kind === 'added' && !(await isFirstGreeting(heard.message, conversing))) return;
  const { message } = heard;
  const run = queue.run(message.chat, () => answerMessage(message, conversing));
  if (run === null) deps.log.warn('zaloBot.chatFloodsBot', { chat: message.chat });
  await run;
}

async function answerMessage(
  message: Incoming,
  { answer, packing, sending, numbers, deps }: Conversing,
): Promise<void> {
  const speaker = speakerOf(message);
  const text = await numbers.meant(speaker, message.text);
  const reply = await answer({ ...message, text });
  if (reply === null) return;
  const packed = await packPlain(reply, message.chatKind, packing);
  const delivery = await sendOffering(
    () => sendLetters(packed, message.chat, { desk: sending, first: stubbornly(sending) }),
    { to: speaker, choices: reply.choices },
    { numbers, log: sending.log },
  );
  if (delivery.kind !== 'delivered') {
    deps.log.warn('zaloBot.answerNotDelivered', { chat: message.chat, ...delivery });
  }
}

/** The same person may add the bot by several events: it introduces itself once. */
async function isFirstGreeting({ chat }: Incoming, { deps }: Conversing): Promise<boolean> {
  deps.log.info('zaloBot.added', { chat });
  return deps.seen.isNew(ZALO_BOT, `greeted ${chat}`, deps.clock.now());
}
