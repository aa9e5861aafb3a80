import type { BotUpdate } from './update.ts';

/** The header that brings the `secretToken` of `setWebhook`. */
export const BOT_SECRET_HEADER = 'x-bot-api-secret-token';

/** Whether a delivery brought the secret, compared in constant time. `given`: the header, null when there is none. */
export function isBotSecret(_given: string | null | undefined, _secret: string): boolean {
  throw new Error('to come');
}

/** An update from the body of a webhook, in either envelope; throws `ZaloEventUnreadable` and nothing else. */
export function readBotUpdate(_body: string | Uint8Array): BotUpdate {
  throw new Error('to come');
}
