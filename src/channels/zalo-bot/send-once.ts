import type { ZaloBot } from '#zalo-api-wrapper';

import type { Delivery } from '../channel.ts';
import type { Letter } from '../pack-plain.ts';
import type { SendOnce } from '../send-letters.ts';
import { deliveryOf } from './faults.ts';
import type { Patience, ZaloBotDeps } from './settings.ts';
import type { ZaloBotUnconfirmed } from './unconfirmed.ts';

type Sending = {
  readonly api: Pick<ZaloBot, 'sendMessage' | 'sendPhoto'>;
  readonly counted: ZaloBotDeps['counted'];
  readonly patience: Pick<Patience, 'sendMs' | 'photoMs'>;
  readonly unconfirmed: ZaloBotUnconfirmed;
};

/** Sends messages, with pictures by their addresses. */
export function sendOnce(sending: Sending): SendOnce<string> {
  const { counted, unconfirmed } = sending;
  return async (chat, letter) => {
    const delivery = await outcomeOf(() => call(chat, letter, sending), unconfirmed);
    // what may be out counts as well: the plan is rather said to be used up a little early
    if (delivery.kind === 'delivered' || delivery.kind === 'unknown') await counted('sent');
    return delivery;
  };
}

async function outcomeOf(
  send: () => Promise<{ readonly messageId: string }>,
  unconfirmed: ZaloBotUnconfirmed,
): Promise<Delivery> {
  try {
    const { messageId } = await send();
    return { kind: 'delivered', receipt: messageId };
  } catch (error) {
    return deliveryOf(error, unconfirmed);
  }
}

function call(chatId: string, letter: Letter<string>, { api, patience, unconfirmed }: Sending) {
  // halves of a broken pair would make the whole message invalid
  const text = letter.text.toWellFormed();
  if (letter.picture !== null) {
    const caption = text === '' ? {} : { caption: text };
    return api.sendPhoto(
      { chatId, photoUrl: letter.picture, ...caption },
      { timeoutMs: patience.photoMs },
    );
  }
  const textStyles = letter.strong.map(({ start, length }) => ({
    start,
    length,
    styles: ['b'] as const,
  }));
  const isStyled = unconfirmed.textStyles && textStyles.length > 0;
  return api.sendMessage(
    { chatId, text, ...(isStyled ? { textStyles } : {}) },
    { timeoutMs: patience.sendMs },
  );
}
