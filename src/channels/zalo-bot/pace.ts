import type { Pace } from '../../outbox/pace.ts';

/** Zalo publishes no rate. This is slower than what Telegram allows, and a plan of 3,000 messages a month needs no haste. */
export const ZALO_BOT_PACE: Pace = {
  everyMs: 200,
  inAll: null,
  chatEveryMs: 1_000,
  groupPerMinute: 20,
  // an id does not tell what kind of chat it is of
  isGroup: () => true,
};
