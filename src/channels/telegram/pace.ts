import type { Pace } from '../../outbox/pace.ts';

/**
 * What Telegram's FAQ names as limits: one message a second in a chat, 20 a minute in a group, about 30 a second in all.
 * The 30 go out with pauses of at least 15 ms and the second has 1,040: messages that travel 40 ms longer than others still do
 * not make 31, and those that are late within a second hold up nobody.
 */
export const TELEGRAM_PACE: Pace = {
  everyMs: 15,
  inAll: { most: 30, withinMs: 1_040 },
  chatEveryMs: 1_000,
  groupPerMinute: 20,
  isGroup: (chat) => chat.startsWith('-'),
};
