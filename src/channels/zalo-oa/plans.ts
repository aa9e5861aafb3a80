import type { Pace } from '../../outbox/pace.ts';
import { CAPABILITIES } from '../capabilities.ts';
import { ZALO_OA } from '../names.ts';
import { recipientOf } from './chat-ids.ts';
import { usablePerMinute } from './request-budget.ts';

const USUAL = CAPABILITIES[ZALO_OA].requestsPerMinute;

/**
 * Requests a minute by plan, of those an app can be linked to. Resellers name the one of `growth` (UNCONFIRMED); for
 * `comprehensive` nobody names one, so what the smaller plan has is taken. `zaloOa.requestsPerMinute` overrules both.
 */
export const ZALO_OA_PLANS = {
  growth: { requestsPerMinute: USUAL },
  comprehensive: { requestsPerMinute: USUAL },
} as const;

/** No limit within a chat is known; one message a second is what people can follow. */
const CHAT_EVERY_MS = 1_000;

/** How fast pushes go: a message takes one request at least, and what takes more waits for the budget of requests. */
export function zaloOaPace(requestsPerMinute: number): Pace {
  return {
    everyMs: Math.ceil(60_000 / usablePerMinute(requestsPerMinute)),
    inAll: null,
    chatEveryMs: CHAT_EVERY_MS,
    groupPerMinute: Infinity,
    isGroup: (chat) => recipientOf(chat).kind === 'group',
  };
}
