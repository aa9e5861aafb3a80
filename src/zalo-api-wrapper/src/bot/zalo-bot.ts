import type { ZaloBot, ZaloBotOptions } from './bot-api.ts';

/** A bot of the Bot Platform by its token. Speaks to nobody until a method is called. */
export function zaloBot(_options: ZaloBotOptions): ZaloBot {
  throw new Error('to come');
}
