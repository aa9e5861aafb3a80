import { type CallPlace, ZaloCallInvalid } from '../errors.ts';
import { BOT_TEXT_LIMIT } from '../limits.ts';
import type { BotPhoto, BotText } from './bot-api.ts';
import { problemOfStyles } from './text-styles.ts';

/** The fields of `sendMessage`; throws `ZaloCallInvalid`. */
export function textFields({
  chatId,
  text,
  parseMode,
  textStyles,
}: BotText): Record<string, unknown> {
  const place: CallPlace = { service: 'bot', method: 'sendMessage' };
  const problem = problemOfLength(text) ?? problemOfStyles(text, textStyles ?? []);
  if (problem !== null) throw new ZaloCallInvalid(place, problem);
  return {
    chat_id: chatId,
    text,
    ...(parseMode === undefined ? {} : { parse_mode: parseMode }),
    ...(textStyles === undefined || textStyles.length === 0
      ? {}
      : {
          text_styles: textStyles.map(({ start, length, styles }) => ({
            start,
            len: length,
            st: styles,
          })),
        }),
  };
}

/** The fields of `sendPhoto`; throws `ZaloCallInvalid`. */
export function photoFields({ chatId, photoUrl, caption }: BotPhoto): Record<string, unknown> {
  const place: CallPlace = { service: 'bot', method: 'sendPhoto' };
  if (!/^https?:\/\//u.test(photoUrl)) throw new ZaloCallInvalid(place, 'photo-not-an-address');
  const problem = caption === undefined ? null : problemOfLength(caption);
  if (problem !== null) throw new ZaloCallInvalid(place, problem);
  return { chat_id: chatId, photo: photoUrl, ...(caption === undefined ? {} : { caption }) };
}

function problemOfLength(text: string): string | null {
  if (text === '') return 'text-empty';
  return text.length > BOT_TEXT_LIMIT ? 'text-too-long' : null;
}
