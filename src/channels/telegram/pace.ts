import type { Pace } from '../../outbox/pace.ts';

/**
 * What Telegram's FAQ names as limits: one message a second in a chat, 20 a minute in a group, about 30 a second in all.
 * 34 ms keep 31 messages from meeting in any second even when one is late by 20 ms.
 */
export const TELEGRAM_PACE: Pace = {
  everyMs: 34,
  chatEveryMs: 1_000,
  groupPerMinute: 20,
  isGroup: (chat) => chat.startsWith('-'),
};
