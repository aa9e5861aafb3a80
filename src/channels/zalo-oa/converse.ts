import { faultText } from '../../log.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Answer, Delivery } from '../channel.ts';
import type { InOrder } from '../in-order.ts';
import type { NumberedChoices, Spoken } from '../numbered-choices.ts';
import { recipientOf } from './chat-ids.ts';
import type { GroupNames } from './group-names.ts';
import type { Heard } from './heard.ts';
import type { ZaloOaDeps } from './settings.ts';

/** What talking with people needs. */
export type Conversing = {
  readonly answer: Answer;
  readonly queue: InOrder;
  readonly numbers: NumberedChoices;
  readonly nameOf: GroupNames;
  /** Sends an answer, stubbornly. */
  readonly send: (to: Spoken, reply: Reply) => Promise<Delivery>;
  readonly deps: Pick<ZaloOaDeps, 'chats' | 'log'>;
};

/** Deals with what was heard; resolves when the answer, if any, is out or given up. Never rejects. */
export async function converse(heard: Heard, conversing: Conversing): Promise<void> {
  const { deps, queue } = conversing;
  const { log } = deps;
  try {
    switch (heard.kind) {
      case 'message': {
        const { chat } = heard.message;
        const run = queue.run(chat, () => answerMessage(heard, conversing));
        if (run === null) log.warn('zaloOa.chatFloodsBot', { chat });
        await run;
        break;
      }
      case 'gone':
        log.info('zaloOa.chatGone', { chat: heard.chat });
        await deps.chats?.gone(heard.chat, wayOfGoing(heard.chat));
        break;
      case 'nowhere':
        log.warn('zaloOa.groupNotNamed', { event: heard.event });
        break;
      case 'ignored':
    }
  } catch (error) {
    log.error('zaloOa.eventFailed', { why: faultText(error) });
  }
}

function wayOfGoing(chat: string): 'dissolved' | 'unfollowed' {
  return recipientOf(chat).kind === 'group' ? 'dissolved' : 'unfollowed';
}

async function answerMessage(
  { message, group }: Extract<Heard, { kind: 'message' }>,
  { answer, numbers, nameOf, send, deps }: Conversing,
): Promise<void> {
  // A person who was silent, or had left, takes messages again.
  if (group === null) await deps.chats?.back(message.chat);
  const text = await numbers.meant(message, message.text);
  const name = group === null ? null : await nameOf(group);
  const named = name === null ? {} : { chatTitle: name };
  const reply = await answer({ ...message, text, ...named });
  if (reply === null) return;
  const delivery = await send(message, reply);
  if (delivery.kind !== 'delivered') {
    deps.log.warn('zaloOa.answerNotDelivered', { chat: message.chat, ...delivery });
  }
}
