import { InlineKeyboard } from 'grammy';
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';

import type { Log } from '../../log.ts';
import type { Choice } from '../../replies/reply.ts';
import { TELEGRAM } from '../names.ts';
import type { KeysOf } from './choice-keys.ts';

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
  { keysOf, log }: { readonly keysOf: KeysOf; readonly log: Log },
): Promise<InlineKeyboardMarkup | null> {
  if (choices.length === 0) return null;
  const keys = await keysOf(
    choices.map(({ send }) => ({ channel: TELEGRAM, chat, person: owner, send })),
  );
  const buttons = choices.map(({ label }, index) => {
    const key = keys[index] ?? '';
    return { label, key, bytes: Buffer.byteLength(key) };
  });
  const tooLong = buttons.find(({ bytes }) => bytes > KEY_BYTES);
  if (tooLong !== undefined) {
    log.error('telegram.choiceKeyTooLong', { bytes: tooLong.bytes });
    return null;
  }
  return { inline_keyboard: rowsOf(buttons) };
}

type Button = { readonly label: string; readonly key: string };

function rowsOf(buttons: readonly Button[]): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  let half = false;
  for (const { label, key } of buttons) {
    const short = label.length <= HALF_ROW;
    if (half && short) rows.at(-1)?.push(InlineKeyboard.text(label, key));
    else rows.push([InlineKeyboard.text(label, key)]);
    half = short && !half;
  }
  return rows;
}
