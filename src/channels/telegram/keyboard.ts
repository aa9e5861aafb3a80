import { InlineKeyboard } from 'grammy';
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';

import type { Choice } from '../../replies/reply.ts';
import { TELEGRAM } from './heard.ts';
import type { TelegramDeps } from './settings.ts';

/** Labels up to this long stand two in a row and are still readable on a phone. */
const HALF_ROW = 16;

/** Bot API: bytes of `callback_data`. */
const KEY_BYTES = 64;

/** Whose question the buttons answer, and where. */
export type Ownership = { readonly chat: string; readonly owner: string };

/**
 * The choices as an inline keyboard. A button carries only a key: what it says stays in the store, because 64 bytes
 * hold some 20 Vietnamese letters and anyone can forge them. Null = no buttons.
 */
export async function keyboardOf(
  choices: readonly Choice[],
  { chat, owner }: Ownership,
  deps: Pick<TelegramDeps, 'choices' | 'clock' | 'log'>,
): Promise<InlineKeyboardMarkup | null> {
  if (choices.length === 0) return null;
  const now = deps.clock.now();
  const rows: InlineKeyboardButton[][] = [];
  let half = false;
  for (const { label, send } of choices) {
    const key = await deps.choices.keep({ channel: TELEGRAM, chat, person: owner, send }, now);
    if (Buffer.byteLength(key) > KEY_BYTES) {
      deps.log.error('telegram.choiceKeyTooLong', { bytes: Buffer.byteLength(key) });
      return null;
    }
    const short = label.length <= HALF_ROW;
    const button = InlineKeyboard.text(label, key);
    if (half && short) rows.at(-1)?.push(button);
    else rows.push([button]);
    half = short && !half;
  }
  return { inline_keyboard: rows };
}
