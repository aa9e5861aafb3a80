import type { Pace } from '../../outbox/pace.ts';

/**
 * What Telegram's FAQ names as limits: one message a second in a chat, 20 a minute in a group, about 30 a second in all.
 * The 30 go out with pauses of at least 15 ms. They count from when they arrive, which may be 40 ms later for one than for
 * another: the first after a pause has its connection to open. Those that are late within a second hold up nobody.
 */
export const TELEGRAM_PACE: Pace = {
  everyMs: 15,
  inAll: { most: 30, withinMs: 1_005, strayMs: 100 },
  chatEveryMs: 1_000,
  groupPerMinute: 20,
  isGroup: (chat) => chat.startsWith('-'),
};
